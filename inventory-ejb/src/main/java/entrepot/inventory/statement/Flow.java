package entrepot.inventory.statement;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.ValueEntry;
import java.util.Arrays;
import java.util.List;

/** Why stock changed between the beginning and the end of a period. */
public enum Flow {
    OPENING_STOCK, RECEIPTS, CHARGES, COST_OF_SALES, CUSTOMER_RETURNS, SUPPLIER_RETURNS, USED, ADJUSTMENTS, COUNTS, TRANSFERS, ASSEMBLIES,
    REVALUATIONS, RESTATEMENTS;

    /**
     * @param value null for goods alone
     * @param kind  of the posting, or of the one that it undoes or corrects
     */
    public static Flow of(ValueEntry.Kind value, PostingKind kind) {
        if (value == ValueEntry.Kind.CHARGE) {
            return CHARGES;
        }
        return value == ValueEntry.Kind.RESTATEMENT || value == ValueEntry.Kind.TRUE_UP ? RESTATEMENTS : of(kind);
    }

    /** Kinds of postings whose own goods and value it is made of. */
    public List<PostingKind> kinds() {
        return Arrays.stream(PostingKind.values()).filter(kind -> of(kind) == this).toList();
    }

    /** Kinds of value that it is made of besides, whatever the posting. */
    public List<ValueEntry.Kind> changes() {
        return Arrays.stream(ValueEntry.Kind.values()).filter(value -> value != ValueEntry.Kind.DIRECT && of(value, PostingKind.SALE) == this).toList();
    }

    private static Flow of(PostingKind kind) {
        return switch (kind) {
            case OPENING -> OPENING_STOCK;
            case RECEIPT -> RECEIPTS;
            case CHARGE, PRICE, INVOICE, CREDIT_NOTE -> CHARGES;
            case SALE -> COST_OF_SALES;
            case CUSTOMER_RETURN -> CUSTOMER_RETURNS;
            case SUPPLIER_RETURN -> SUPPLIER_RETURNS;
            case ISSUE -> USED;
            case SCRAP, ADJUSTMENT, CORRECTION, REVERSAL -> ADJUSTMENTS;
            case COUNT -> COUNTS;
            case TRANSFER, SCOPE_CHANGE -> TRANSFERS;
            case ASSEMBLY, DISASSEMBLY -> ASSEMBLIES;
            case REVALUATION, STANDARD_COST, COSTING_CHANGE, CLOSING_RATE, EXPIRY -> REVALUATIONS;
        };
    }
}
