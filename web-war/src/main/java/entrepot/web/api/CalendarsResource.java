package entrepot.web.api;

import entrepot.inventory.catalogue.Kept;
import entrepot.trading.market.TradingCalendar;
import entrepot.trading.market.server.CalendarBoard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/** When instruments trade. */
@Path("calendars")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CalendarsResource {

    private static final int COMING_DAYS = 30;
    private static final int MOST_DAYS = 4_000;

    @EJB
    private CalendarBoard board;

    @Inject
    private CalendarIntake intake;

    /** By code: those of the product, and those that persons made. */
    @GET
    public Page<CalendarAnswer> list() {
        return new Page<>(board.list().stream().map(CalendarAnswer::of).toList(), null);
    }

    /** With its sessions of the next thirty days. */
    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code) {
        return KeptAnswers.changed(kept(code));
    }

    @POST
    @RolesAllowed({"quant", "admin"})
    public Response create(CalendarIntake.Body body, @Context UriInfo here) {
        TradingCalendar calendar = body.read();
        intake.create(calendar);
        return KeptAnswers.created(here, calendar.code(), kept(calendar.code()));
    }

    /** The gaps of instruments that trade by it are counted anew by a job. */
    @PUT
    @Path("{code}")
    @RolesAllowed({"quant", "admin"})
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, CalendarIntake.Body body) {
        intake.change(IfMatch.version(ifMatch), body.called(KeptAnswers.code("code", code, body.code())).read());
        return KeptAnswers.changed(kept(code));
    }

    /** By day, both inclusive. */
    @GET
    @Path("{code}/sessions")
    public Page<CalendarAnswer.Trading> sessions(@PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        TradingCalendar calendar = found(code).calendar();
        Fields fields = new Fields();
        LocalDate given = fields.dateIfGiven("?from", from);
        LocalDate first = given == null ? board.today(calendar) : given;
        LocalDate end = fields.dateIfGiven("?to", to);
        LocalDate last = end == null ? first.plusDays(COMING_DAYS) : end;
        if (first.getYear() < 1900 || last.getYear() > 2200 || first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            fields.refuse("?to", "out-of-range", "must be from ?from to " + MOST_DAYS + " days later, from 1900 to 2200; they are " + first + " and " + last);
        }
        fields.check();
        return new Page<>(board.sessions(calendar, first, last).stream().map(CalendarAnswer.Trading::of).toList(), null);
    }

    /** By day. */
    @GET
    @Path("{code}/exceptions")
    public Page<CalendarAnswer.OtherDay> exceptions(@PathParam("code") String code) {
        return new Page<>(board.exceptions(found(code).calendar().code()).stream().map(CalendarAnswer.OtherDay::of).toList(), null);
    }

    /** Days that are closed, close early or open late; what was said of one of them before holds no more. */
    @POST
    @Path("{code}/exceptions")
    @RolesAllowed({"quant", "admin"})
    public CalendarIntake.Taken except(@PathParam("code") String code, List<CalendarIntake.Special> days) {
        return intake.except(code, days);
    }

    /** A file with the columns day, closes and name, and opens where a day begins late. */
    @POST
    @Path("{code}/exceptions")
    @RolesAllowed({"quant", "admin"})
    @Consumes("text/csv")
    public CalendarIntake.Taken upload(@PathParam("code") String code, @HeaderParam("Content-Encoding") String packing, InputStream body) throws IOException {
        return intake.upload(code, BodyBytes.read(body, packing));
    }

    /** The day is as the rules say again. */
    @DELETE
    @Path("{code}/exceptions/{day}")
    @RolesAllowed({"quant", "admin"})
    public CalendarIntake.Taken asRules(@PathParam("code") String code, @PathParam("day") String day) {
        Fields fields = new Fields();
        LocalDate on = fields.dateIfGiven("/day", day);
        fields.check();
        return intake.asRules(code, on);
    }

    private Kept<CalendarAnswer> kept(String code) {
        CalendarBoard.Line line = found(code);
        LocalDate today = board.today(line.calendar());
        return new Kept<>(line.version(), CalendarAnswer.of(line, board.sessions(line.calendar(), today, today.plusDays(COMING_DAYS))));
    }

    private CalendarBoard.Line found(String code) {
        return board.find(code).orElseThrow(() -> ApiProblem.notFound("calendar '" + code + "'"));
    }
}
