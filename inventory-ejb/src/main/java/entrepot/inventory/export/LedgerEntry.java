package entrepot.inventory.export;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a line of a posting came to in the end on one day, with all that was learnt of it since: the goods it moved at their
 * final cost, and the amounts in other accounts. Balances by itself.
 */
public record LedgerEntry(
        LocalDate day, UUID posting, PostingKind kind, String reference, List<Amount> amounts, List<Goods> goods) {

    /** In an account that holds no goods. @param amount debit positive */
    public record Amount(String account, Money amount) {}

    /** @param id its number in the book */
    public record Item(long id, String sku, CostFlow flow) {}

    /** Goods that share one cost flow. @param place code of the location, or null where it is the whole company */
    public record Pool(long id, String account, String place) {}

    /**
     * @param movement that brought or took them
     * @param from     the movement whose own goods are taken first, or null
     * @param arrives  whether they come as what leaves in the same entry
     * @param quantity negative when goods leave; zero where value alone moves
     * @param value    positive into stock
     */
    public record Goods(Pool pool, Item item, long movement, Long from, boolean arrives, Quantity quantity, Money value) {}

    public LedgerEntry {
        amounts = List.copyOf(amounts);
        goods = List.copyOf(goods);
    }

    /** Kind and document. */
    String story() {
        return Beans.line(kind + (reference == null ? "" : " " + reference));
    }
}
