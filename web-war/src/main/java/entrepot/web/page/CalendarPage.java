package entrepot.web.page;

import entrepot.platform.csv.CsvRefused;
import entrepot.trading.market.SpecialDay;
import entrepot.trading.market.server.CalendarBoard;
import entrepot.trading.market.server.MarketRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.CalendarIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;

/** When does it trade next, and which days are not as usual? */
@Named
@RequestScoped
public class CalendarPage {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int COMING_DAYS = 14;
    private static final int CLOSED_DAYS = 366;
    private static final int LARGEST = 1_000_000;

    @EJB
    private CalendarBoard board;

    @Inject
    private CalendarIntake intake;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String code;
    private Part file;
    private CalendarBoard.Line line;

    public void open() {
        Missing.unless(getLine() != null);
    }

    public String except() {
        return kept(() -> intake.except(code, List.of(new CalendarIntake.Special(sent.text("day"), sent.text("late"), sent.text("early"), sent.text("why")))));
    }

    public String upload() throws IOException {
        if (file == null || file.getSize() == 0 || file.getSize() > LARGEST) {
            notes.bad(show.word("imports", "nofile"));
            return again();
        }
        try (InputStream content = file.getInputStream()) {
            byte[] bytes = content.readAllBytes();
            return kept(() -> intake.upload(code, bytes));
        }
    }

    public String asRules() {
        LocalDate day = Asked.day(sent.text("asrules"));
        return day == null ? again() : kept(() -> intake.asRules(code, day));
    }

    private String kept(Supplier<CalendarIntake.Taken> act) {
        try {
            CalendarIntake.Taken taken = act.get();
            notes.good(show.text(taken.job() == null ? "calendar.taken" : "calendar.recounted", taken.days()));
            return again();
        } catch (ApiProblem wrong) {
            faults.note(wrong);
        } catch (CsvRefused unreadable) {
            faults.note("", unreadable.getMessage());
        } catch (MarketRefused refused) {
            refused.faults().forEach(fault -> faults.note("", fault.detail()));
        }
        return null;
    }

    private String again() {
        return "calendar.xhtml?faces-redirect=true&code=" + code;
    }

    /** Null where there is no such calendar. */
    public CalendarBoard.Line getLine() {
        if (line == null && Asked.text(code) != null) {
            line = board.find(code).orElse(null);
        }
        return line;
    }

    private LocalDate today() {
        return board.today(getLine().calendar());
    }

    public List<CalendarBoard.Trading> getComing() {
        return getLine() == null ? List.of() : board.sessions(line.calendar(), today(), today().plusDays(COMING_DAYS));
    }

    /** Within a year. */
    public List<SpecialDay> getClosed() {
        return getLine() == null ? List.of() : board.closed(line.calendar(), today(), today().plusDays(CLOSED_DAYS));
    }

    public List<CalendarBoard.OtherDay> getExceptions() {
        return getLine() == null ? List.of() : board.exceptions(code);
    }

    public List<String> getInstruments() {
        return getLine() == null ? List.of() : board.instruments(code);
    }

    /** In the calendar's own zone. */
    public String local(long millis) {
        return LOCAL.format(Instant.ofEpochMilli(millis).atZone(getLine().calendar().hours().zone()));
    }

    public String field(String name) {
        return sent.text(name);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
