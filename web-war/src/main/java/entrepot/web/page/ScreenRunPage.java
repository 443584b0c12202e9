package entrepot.web.page;

import entrepot.trading.screen.Answer;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.server.ScreenReport;
import entrepot.trading.screen.server.ScreenView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/** Which instruments pass, which do not, and does a pass say anything? */
@Named
@RequestScoped
public class ScreenRunPage {

    private static final int ROWS = 500;

    @Inject
    private ScreenReport report;

    @Inject
    private JobPage job;

    private String id;
    private String outcome;
    private String sort;
    private String way;
    private ScreenView shown;
    private ScreenReport.Changes changes;
    private List<Answer> rows;

    public void open() {
        find();
        Missing.unless(shown != null);
        if (shown != null) {
            if (job.follow(shown.job().id()) && shown.result() == null) {
                find();
            }
            changes = shown.result() == null ? null : report.changes(shown).orElse(null);
        }
    }

    private void find() {
        UUID asked = Asked.id(id);
        shown = asked == null ? null : report.find(asked).orElse(null);
    }

    public ScreenView getShown() {
        return shown;
    }

    /** Null where there is no run before. */
    public ScreenReport.Changes getChanges() {
        return changes;
    }

    public Answer.Outcome getOf() {
        Answer.Outcome asked = Asked.oneOf(outcome, Answer.Outcome.class);
        return asked == null ? Answer.Outcome.PASSED : asked;
    }

    public List<Answer.Outcome> getOutcomes() {
        return List.of(Answer.Outcome.values());
    }

    public int count(Answer.Outcome of) {
        return switch (of) {
            case PASSED -> shown.result().summary().passed();
            case FAILED -> shown.result().summary().failed();
            case NOT_JUDGED -> shown.result().summary().notJudged();
        };
    }

    /** The first {@value #ROWS} of the outcome that is looked at, in the order asked for. */
    public List<Answer> getRows() {
        if (rows == null) {
            rows = new ArrayList<>(report.answers(shown.run().number(), getOf(), 0, ROWS));
            rows.sort(order());
        }
        return rows;
    }

    private Comparator<Answer> order() {
        String asked = Asked.text(sort) == null ? "number" : sort;
        List<Screen.Column> columns = shown.saved().screen().columns();
        if (asked.matches("column\\d") && asked.charAt(6) - '0' < columns.size()) {
            int column = asked.charAt(6) - '0';
            return figure(answer -> answer.columns().get(column), isDown());
        }
        return switch (asked) {
            case "ranked" -> figure(Answer::ranked, isDown());
            case "year" -> figure(answer -> (double) answer.yearTrue() / answer.yearJudged(), isDown());
            default -> isDown() ? plain(asked).reversed() : plain(asked);
        };
    }

    /** What is not a number comes last, both ways. */
    static Comparator<Answer> figure(ToDoubleFunction<Answer> figure, boolean down) {
        Comparator<Answer> by = Comparator.comparingDouble(figure);
        return Comparator.<Answer, Boolean>comparing(answer -> Double.isNaN(figure.applyAsDouble(answer))).thenComparing(down ? by.reversed() : by);
    }

    private static Comparator<Answer> plain(String asked) {
        return switch (asked) {
            case "symbol" -> Comparator.comparing(Answer::symbol);
            case "reason" -> Comparator.comparing(Answer::reason, Comparator.nullsFirst(Comparator.naturalOrder()));
            case "bars" -> Comparator.comparingInt(Answer::bars);
            case "last" -> Comparator.comparing(Answer::lastDay, Comparator.nullsFirst(Comparator.naturalOrder()));
            default -> Comparator.comparingInt(Answer::number);
        };
    }

    private boolean isDown() {
        return "down".equals(way);
    }

    /** As of a heading: what a screen reader says of it, or null. */
    public String sorted(String by) {
        return by.equals(Asked.text(sort) == null ? "number" : sort) ? isDown() ? "descending" : "ascending" : null;
    }

    /** Where a heading leads: the other way round where it is sorted by that already. */
    public String sorting(String by) {
        return "screenrun.xhtml?" + Query.of("id", id).and("outcome", getOf()).and("sort", by).and("way", "ascending".equals(sorted(by)) ? "down" : null).text() + "#rows";
    }

    public boolean isPicked(Answer answer) {
        return answer.outcome() == Answer.Outcome.PASSED && answer.number() <= shown.saved().screen().most();
    }

    /** The form of a backtest with the instrument and the condition as its entry filled in. */
    public String backtest(Answer answer) {
        return backtest(shown, answer.symbol());
    }

    static String backtest(ScreenView view, String symbol) {
        Screen screen = view.saved().screen();
        return "backtest.xhtml?" + Query.of("symbol", symbol).and("strategy", "RULE").and("entry", screen.condition())
                .and("parameters", screen.variables().words()).and("raw", screen.adjusted() ? null : "yes").text();
    }

    public int getLimit() {
        return ROWS;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getWay() {
        return way;
    }

    public void setWay(String way) {
        this.way = way;
    }
}
