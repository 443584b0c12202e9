package entrepot.inventory.opening;

/**
 * What stands against opening the book.
 *
 * @param line of the file, the header being 1; null where it is the file, or both
 * @param code stable, kebab-case
 */
public record OpeningFinding(File file, Long line, String code, String detail) {

    /** Where it was found. */
    public enum File {
        STOCK,
        TRIAL_BALANCE,
        BOTH
    }

    static OpeningFinding of(File file, Long line, String code, String detail) {
        return new OpeningFinding(file, line, code, detail);
    }
}
