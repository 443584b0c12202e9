package entrepot.web.api;

import entrepot.inventory.label.Copies;
import entrepot.inventory.label.LabelSheet;
import entrepot.inventory.label.Zpl;
import entrepot.inventory.label.server.LabelBoard;
import entrepot.web.api.LabelQuery.Asked;
import entrepot.web.language.Language;
import entrepot.web.print.LabelPaper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Labels of items, lots and places: what is on them, as sheets in PDF, and for label printers in ZPL. */
@Path("labels")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class LabelsResource {

    private static final int MOST = 5000;

    @EJB
    private LabelBoard board;

    @Inject
    private HttpServletRequest request;

    /** @param says what the bars say, with the identifiers in brackets where it is an element string of GS1 */
    public record Printed(String title, String code, String lot, LocalDate expires, String says, int copies) {}

    public record Answer(List<Printed> items, int total) {}

    /** @param width of a label, in millimetres as the others */
    public record Sheet(String name, int columns, int rows, double width, double height, double pageWidth, double pageHeight) {

        static Sheet of(LabelSheet sheet) {
            return new Sheet(sheet.name(), sheet.columns(), sheet.rows(), sheet.width() / 100.0, sheet.height() / 100.0,
                    sheet.pageWidth() / 100.0, sheet.pageHeight() / 100.0);
        }
    }

    @GET
    public Answer list(@BeanParam LabelQuery query) {
        List<Copies> labels = find(query.read());
        return new Answer(labels.stream().map(LabelsResource::printed).toList(), total(labels));
    }

    @GET
    @Path("sheets")
    public List<Sheet> sheets() {
        return Arrays.stream(LabelSheet.values()).map(Sheet::of).toList();
    }

    @GET
    @Path("pdf")
    @Produces("application/pdf")
    public Response pdf(@BeanParam LabelQuery query) {
        Asked asked = query.read();
        LabelPaper paper = new LabelPaper(Language.of(request), asked.sheet(), asked.offset(), asked.symbology(), find(asked));
        paper.tooWide().ifPresent(label -> refuse("?symbol", "too-wide", "the bars of " + label.readable() + " are too wide for sheet "
                + asked.sheet() + ": take DATAMATRIX or wider labels"));
        StreamingOutput file = paper::write;
        return Response.ok(file).type("application/pdf").header("Content-Disposition", "inline; filename=\"labels.pdf\"").build();
    }

    /** Text in UTF-8, to be sent to the printer as it is. */
    @GET
    @Path("zpl")
    @Produces(MediaType.TEXT_PLAIN)
    public Response zpl(@BeanParam LabelQuery query) {
        Asked asked = query.read();
        String text = new Zpl(asked.dpi(), asked.width(), asked.height(), asked.symbology()).print(find(asked));
        return Response.ok(text).type("text/plain; charset=UTF-8").header("Content-Disposition", "attachment; filename=\"labels.zpl\"").build();
    }

    private List<Copies> find(Asked asked) {
        List<Copies> labels = board.find(asked.order());
        Set<String> missing = new TreeSet<>(asked.order().items());
        missing.addAll(asked.order().locations());
        missing.removeAll(labels.stream().map(copies -> copies.label().code()).collect(Collectors.toSet()));
        if (!missing.isEmpty() || labels.isEmpty()) {
            throw ApiProblem.notFound(missing.isEmpty() ? "posting by which goods came" : "item, lot or location " + String.join(", ", missing));
        }
        if (total(labels) > MOST) {
            refuse("?copies", "too-many", "may come to " + MOST + " labels at most, come to " + total(labels));
        }
        return labels;
    }

    private static void refuse(String pointer, String code, String detail) {
        Fields fields = new Fields();
        fields.refuse(pointer, code, detail);
        fields.check();
    }

    private static int total(List<Copies> labels) {
        return labels.stream().mapToInt(Copies::count).reduce(0, Math::addExact);
    }

    private static Printed printed(Copies copies) {
        var label = copies.label();
        return new Printed(label.title(), label.code(), label.lot(), label.expires(), label.readable(), copies.count());
    }
}
