package entrepot.inventory.retail;

/** What becomes of a row. Every row has exactly one fate, so their counts add up to the rows in the files. */
public enum Fate {
    SALE(true, "line of a sale"),
    GIVEN_FREE(true, "given to a customer for nothing: a sale at a price of zero"),
    RETURN_MATCHED(true, "brought back, its sale found: same customer, item and price"),
    RETURN_UNMATCHED(true, "brought back, its sale not found: at the present average cost"),
    SCRAP(true, "written off, with its description as the reason"),
    FOUND(true, "found in stock: an adjustment at the present average cost"),
    OVERLAP(false, "in both files, read from the later one"),
    DUPLICATE(false, "exactly equal to an earlier row of the same day"),
    NOT_A_STOCK_ITEM(false, "postage, fee, voucher or note, not an item that is kept in stock"),
    DEBT_ADJUSTMENT(false, "corrects what customers owe, moves no stock"),
    CONTRADICTORY(false, "quantity, price and kind of invoice do not go together"),
    OUT_OF_ORDER(false, "of an earlier day than the row before"),
    UNREADABLE(false, "a cell cannot be read");

    private final boolean posted;
    private final String meaning;

    Fate(boolean posted, String meaning) {
        this.posted = posted;
        this.meaning = meaning;
    }

    public boolean isPosted() {
        return posted;
    }

    public String meaning() {
        return meaning;
    }

    boolean isSale() {
        return this == SALE || this == GIVEN_FREE;
    }

    boolean isReturn() {
        return this == RETURN_MATCHED || this == RETURN_UNMATCHED;
    }
}
