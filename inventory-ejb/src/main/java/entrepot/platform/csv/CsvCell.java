package entrepot.platform.csv;

import java.util.regex.Pattern;

/**
 * Keeps a text from being run as a formula by a spreadsheet: an apostrophe goes before it, as a person would type it.
 * {@link #plain} takes it away again, so that what we export comes back equal, apostrophes of its own included.
 */
public final class CsvCell {

    private static final String STARTS = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";
    private static final Pattern FORMULA = Pattern.compile(STARTS + ".*", Pattern.DOTALL);
    private static final Pattern TO_GUARD = Pattern.compile("'*" + STARTS + ".*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+" + STARTS + ".*", Pattern.DOTALL);

    private CsvCell() {}

    /** Whether a spreadsheet may take {@code text} for a formula; true for negative numbers too. */
    public static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches();
    }

    /** For text. Numbers are written as they are. */
    public static String guarded(String text) {
        return text != null && TO_GUARD.matcher(text).matches() ? "'" + text : text;
    }

    public static String plain(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
