package entrepot.web.page;

import entrepot.inventory.revalue.server.RevaluationReport;
import entrepot.web.api.RevaluationIntake;
import entrepot.web.api.RevaluationIntake.Body;
import entrepot.web.api.RevaluationIntake.StandardCostsBody;
import entrepot.web.api.RevaluationIntake.StandardLine;
import entrepot.web.api.RevaluationIntake.WriteDownBody;
import entrepot.web.api.RevaluationIntake.WriteDownLine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is stock worth, where it is not what it cost? */
@Named
@RequestScoped
public class RevaluationPage {

    private static final int ROWS = 8;
    private static final int SHOWN = 50;

    /** What may be said of the value of stock. */
    public enum What {
        WRITE_DOWN,
        STANDARD
    }

    @EJB
    private RevaluationReport report;

    @Inject
    private RevaluationIntake intake;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private Shell shell;

    @Inject
    private Show show;

    private String asked;
    private String sku;
    private List<RevaluationReport.Standard> standards;
    private List<RevaluationReport.WriteDownRow> writeDowns;

    public String look() {
        Body body = said();
        return confirmation.look(body, () -> intake.preview(confirmation.getKey(), body));
    }

    public String book() {
        Body body = said();
        return confirmation.book(body, this::look, () -> intake.book(confirmation.getKey(), body), "posting.xhtml",
                show.word("revaluation", "done"));
    }

    private Body said() {
        return getWhat() == What.STANDARD
                ? new StandardCostsBody(filled().map(row -> new StandardLine(typed("sku", row), number("value", row))).toList(), null,
                        sent.text("date"), sent.text("reference"), sent.text("reason"))
                : new WriteDownBody(filled().map(row -> new WriteDownLine(typed("sku", row), typed("location", row), sent.text("lot." + row), number("value", row)))
                        .toList(), null, sent.text("date"), sent.text("reference"), sent.text("reason"));
    }

    /** Rows in which anything was typed. */
    private Stream<Integer> filled() {
        return getRows().stream().filter(row ->
                Stream.of("sku", "location", "value").map(field -> sent.text(field + "." + row)).anyMatch(Objects::nonNull));
    }

    private String typed(String field, int row) {
        String text = sent.text(field + "." + row);
        return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
    }

    private String number(String field, int row) {
        return Scanner.typed(sent.text(field + "." + row));
    }

    // What the page shows

    public boolean isMine() {
        return shell.may("accountant");
    }

    public What getWhat() {
        What what = Asked.oneOf(asked, What.class);
        return what == null ? What.WRITE_DOWN : what;
    }

    public List<What> getWhats() {
        return List.of(What.values());
    }

    public boolean isStandard() {
        return getWhat() == What.STANDARD;
    }

    public List<Integer> getRows() {
        return IntStream.range(0, ROWS).boxed().toList();
    }

    /** As typed; the first row names the item the page was opened for. */
    public String field(String name, int row) {
        String text = sent.text(name + "." + row);
        return text == null && row == 0 && name.equals("sku") ? sku : text;
    }

    public List<RevaluationReport.Standard> getStandards() {
        if (standards == null) {
            standards = isStandard() ? new ArrayList<>(report.standards(Asked.text(sku), Long.MAX_VALUE, SHOWN)) : List.of();
        }
        return standards;
    }

    public List<RevaluationReport.WriteDownRow> getWriteDowns() {
        if (writeDowns == null) {
            writeDowns = isStandard() ? List.of() : report.writeDowns(null, null, Long.MAX_VALUE, SHOWN);
        }
        return writeDowns;
    }

    public String getAsked() {
        return asked;
    }

    public void setAsked(String asked) {
        this.asked = asked;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }
}
