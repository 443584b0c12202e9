package entrepot.trading.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The named numbers of a rule. */
public record Variables(List<Variable> all) {

    public static final Variables NONE = new Variables(List.of());
    public static final int MOST = 16;

    public Variables {
        all = List.copyOf(all);
    }

    /** What was read, and what is wrong with it. */
    public record Read(Variables variables, List<Problem> problems) {}

    /** Of {@code fast = 40 from 5 to 200, slow = 100}; a comma or a new line stands between two. */
    public static Read read(String text) {
        return new VariableReader(text).read();
    }

    /** As {@link #read}. @throws IllegalArgumentException with all that is wrong */
    public static Variables of(String text) {
        Read read = read(text);
        if (!read.problems().isEmpty()) {
            throw new IllegalArgumentException(read.problems().stream().map(Problem::words).collect(Collectors.joining("; ")));
        }
        return read.variables();
    }

    public Optional<Variable> find(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The same rule with other numbers. @throws IllegalArgumentException for a name that is not there, or a value out of its range */
    public Variables with(Map<String, Double> values) {
        List<String> names = all.stream().map(Variable::name).toList();
        if (!names.containsAll(values.keySet())) {
            throw new IllegalArgumentException("there are the parameters " + names + ", not " + values.keySet());
        }
        return new Variables(all.stream().map(one -> values.containsKey(one.name()) ? one.with(values.get(one.name())) : one).toList());
    }

    /** As {@link #read} reads it. */
    public String words() {
        return all.stream().map(Variable::words).collect(Collectors.joining(", "));
    }

    /** Only what they are now. */
    public String values() {
        return all.stream().map(one -> one.name() + "=" + Variable.plain(one.value())).collect(Collectors.joining(" "));
    }

    Variables plus(Variable one) {
        List<Variable> more = new ArrayList<>(all);
        more.add(one);
        return new Variables(more);
    }
}
