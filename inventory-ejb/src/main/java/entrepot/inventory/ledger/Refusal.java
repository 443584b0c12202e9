package entrepot.inventory.ledger;

/**
 * Why a posting was refused, for the person who can act on it.
 *
 * @param line  of the request's stock lines, from 0, or -1 where it is the posting as a whole
 * @param code  stable, kebab-case, e.g. {@code out-of-stock}
 * @param where inside the line, e.g. {@code lots/2/lot}, or null: as the code says
 */
public record Refusal(int line, String code, String detail, String where) {

    public Refusal(int line, String code, String detail) {
        this(line, code, detail, null);
    }

    public static Refusal whole(String code, String detail) {
        return new Refusal(-1, code, detail);
    }

    /** A figure that no ledger amount or quantity can hold; the exception names it. */
    public static Refusal overflow(ArithmeticException overflow) {
        return whole("overflow", overflow.getMessage());
    }
}
