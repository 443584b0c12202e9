package entrepot.web.page;

import entrepot.trading.screen.SavedScreen;
import entrepot.trading.screen.Screen;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.ScreenBody;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What stands in the form of a screen: what was sent, else what is saved, else the usual. */
@Named
@RequestScoped
public class ScreenForm {

    private static final String ALL = "ALL";
    private static final String LISTED = "LISTED";
    private static final int SPARE = 2;

    @Inject
    private Sent sent;

    private SavedScreen shown;
    private List<ApiProblem.FieldError> faults = List.of();

    /** A field for an expression. @param wanted CONDITION or NUMBER, or null of parameters; @param faults with line and column */
    public record Field(String name, String text, String wanted, List<String> faults) {}

    /** @param heading of the column; @param wrong whether that is refused */
    public record ColumnField(String heading, boolean wrong, Field rule) {}

    void show(SavedScreen screen) {
        shown = screen;
    }

    /** Symbols that were typed are meant, also where they do not go with what was chosen. */
    ScreenBody body() {
        String universe = sent.text("universe");
        boolean listed = LISTED.equals(universe);
        List<String> symbols = sent.codes("symbols");
        return new ScreenBody(sent.text("name"), sent.text("condition"), sent.text("parameters"), sent.text("rankedBy"), sent.text("order"),
                whole("most"), columns(), universe == null || listed || universe.equals(ALL) ? null : universe,
                symbols == null && listed ? List.of() : symbols, whole("staleDays"), sent.text("raw") == null,
                sent.text("nightly") != null, sent.text("note"));
    }

    /** What is no whole number is one that is refused. */
    private Integer whole(String field) {
        String text = sent.text(field);
        return text == null ? null : text.matches("\\d{1,9}") ? Integer.valueOf(text) : Integer.valueOf(-1);
    }

    /** Those of which something was written, without gaps. */
    private List<ScreenBody.Column> columns() {
        List<ScreenBody.Column> columns = new ArrayList<>();
        for (int at = 0; at < Screen.MOST_COLUMNS; at++) {
            String heading = sent.text("heading" + at);
            String rule = sent.text("column" + at);
            if (heading != null || rule != null) {
                columns.add(new ScreenBody.Column(heading, rule));
            }
        }
        return columns;
    }

    /** @return what cannot be told beside its field */
    List<String> refused(List<ApiProblem.FieldError> wrong) {
        faults = wrong;
        List<String> told = new ArrayList<>();
        wrong.stream().filter(fault -> !isRule(fault.pointer())).forEach(fault -> told.add(field(fault.pointer()) + ": " + fault.detail()));
        if (wrong.stream().anyMatch(fault -> isRule(fault.pointer()))) {
            told.add(Language.here().words().getString("rule.wrong"));
        }
        return told;
    }

    /** As the page names it, with its place where there are several. */
    private static String field(String pointer) {
        String[] parts = pointer.substring(1).split("/");
        String key = switch (parts[0]) {
            case "name", "note" -> "strategy." + parts[0];
            case "kind" -> "screen.universe";
            case "columns" -> "screen.column";
            default -> "screen." + parts[0];
        };
        return Language.here().words().getString(key) + (parts.length == 1 ? "" : " " + (Integer.parseInt(parts[1]) + 1));
    }

    private static boolean isRule(String pointer) {
        return List.of("/condition", "/rankedBy", "/parameters").contains(pointer) || pointer.matches("/columns/\\d/expression");
    }

    public List<Field> getRules() {
        return List.of(field("condition", "CONDITION", Screen::condition), field("rankedBy", "NUMBER", Screen::rankedBy),
                field("parameters", null, screen -> screen.variables().words()));
    }

    private Field field(String name, String wanted, Function<Screen, String> saved) {
        return new Field(name, value(name, saved, ""), wanted, faults("/" + name));
    }

    private List<String> faults(String pointer) {
        return faults.stream().filter(fault -> fault.pointer().equals(pointer)).map(ApiProblem.FieldError::detail).toList();
    }

    /** Those there are, and some to fill in. */
    public List<ColumnField> getColumns() {
        List<ScreenBody.Column> there = isSent() ? columns() : shown == null ? List.of()
                : shown.screen().columns().stream().map(column -> new ScreenBody.Column(column.name(), column.expression())).toList();
        List<ColumnField> fields = new ArrayList<>();
        for (int at = 0; at < Math.min(Screen.MOST_COLUMNS, there.size() + SPARE); at++) {
            boolean spare = at >= there.size();
            Field rule = new Field("column" + at, spare ? "" : Objects.toString(there.get(at).expression(), ""), "NUMBER", faults("/columns/" + at + "/expression"));
            fields.add(new ColumnField(spare ? "" : Objects.toString(there.get(at).name(), ""), !faults("/columns/" + at + "/name").isEmpty(), rule));
        }
        return fields;
    }

    public String getCalled() {
        return sent.text("name") != null ? sent.text("name") : shown == null ? "" : shown.name();
    }

    public String getOrder() {
        return value("order", screen -> screen.order().name(), Screen.Order.HIGHEST.name());
    }

    public String getMost() {
        return value("most", screen -> Integer.toString(screen.most()), "20");
    }

    public String getStaleDays() {
        return value("staleDays", screen -> Integer.toString(screen.staleDays()), "7");
    }

    public String getUniverse() {
        return value("universe", screen -> screen.universe().symbols() != null ? LISTED
                : screen.universe().kind() == null ? ALL : screen.universe().kind().name(), ALL);
    }

    public String getSymbols() {
        return value("symbols", screen -> screen.universe().symbols() == null ? "" : String.join(" ", screen.universe().symbols()), "");
    }

    public boolean isRaw() {
        return isSent() ? sent.text("raw") != null : shown != null && !shown.screen().adjusted();
    }

    public boolean isNightly() {
        return isSent() ? sent.text("nightly") != null : shown != null && shown.nightly();
    }

    public String getNote() {
        return Objects.toString(sent.text("note"), "");
    }

    private String value(String field, Function<Screen, String> saved, String usual) {
        return isSent() ? Objects.toString(sent.text(field), "") : shown == null ? usual : saved.apply(shown.screen());
    }

    private boolean isSent() {
        return sent.text("seen") != null;
    }
}
