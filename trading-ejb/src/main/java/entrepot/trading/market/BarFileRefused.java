package entrepot.trading.market;

import java.util.List;

/** A file of which not one bar can be read as it was mapped. */
public final class BarFileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /** @param field of the mapping, or {@code line/7} for a place in the file */
    public record Flaw(String field, String code, String detail) {}

    BarFileRefused(List<Flaw> flaws) {
        super(flaws.size() == 1 ? flaws.get(0).detail() : flaws.size() + " things stand against the file");
        this.flaws = List.copyOf(flaws);
    }

    static BarFileRefused of(String field, String code, String detail) {
        return new BarFileRefused(List.of(new Flaw(field, code, detail)));
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
