package entrepot.web.page;

import entrepot.web.api.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a form: all of it above the form, and each again beside its field. */
@Named
@RequestScoped
public class Faults {

    private static final Pattern LINE = Pattern.compile("/lines/(\\d{1,6})(/.*)?");
    private static final Pattern FIELD = Pattern.compile("/(?:.*/)?([a-zA-Z]+)");

    @Inject
    private Show show;

    private final List<String> all = new ArrayList<>();
    private final Map<String, String> byField = new LinkedHashMap<>();

    /** @param pointer names the field as the API does, e.g. {@code /lines/0/quantity} */
    void note(String pointer, String detail) {
        note(pointer, detail, detail);
    }

    private void note(String pointer, String beside, String above) {
        byField.merge(pointer, beside, (first, second) -> first + "; " + second);
        Matcher line = LINE.matcher(pointer);
        all.add(line.matches() ? show.text("fault.line", Long.parseLong(line.group(1)) + 1, above) : above);
    }

    void note(ApiProblem problem) {
        if (problem.errors().isEmpty()) {
            note("", problem.code().equals("idempotency-clash") ? show.word("fault", "clash") : problem.getMessage());
        }
        problem.errors().forEach(error -> note(error.pointer(), error.detail(), named(error)));
    }

    /** Above the form, nothing else says of which field it is. */
    private String named(ApiProblem.FieldError error) {
        String field = field(error.pointer());
        return field == null ? error.detail() : show.text("fault.field", show.word("fault.field", field), error.detail());
    }

    /** The name of the field that a pointer ends with, or null where it is of a line or a document as a whole. */
    static String field(String pointer) {
        Matcher field = FIELD.matcher(pointer);
        return field.matches() ? field.group(1) : null;
    }

    public List<String> getAll() {
        return all;
    }

    public boolean isAny() {
        return !all.isEmpty();
    }

    /** All that is wrong with a field or what is in it; null where nothing is. */
    public String under(String pointer) {
        List<String> faults = byField.entrySet().stream().filter(fault -> fault.getKey().startsWith(pointer)).map(Map.Entry::getValue).toList();
        return faults.isEmpty() ? null : String.join("; ", faults);
    }

    /** Null where nothing is wrong with the field. */
    public String at(String pointer) {
        return byField.get(pointer);
    }
}
