package entrepot.web.lists;

import java.util.List;

/** A table being written to a file, row after row. Numbers stay numbers, days stay days, and a text is never a formula. */
public interface Sheet {

    void head(List<String> columns);

    /** @param cells text, a number, money, a quantity, a day, a time (UTC), or null for nothing */
    void row(Object... cells);

    /** Writes what is still in hand. */
    void end();
}
