package entrepot.inventory.assembly;

import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an item is made of.
 *
 * @param version  of the item's bill, from 1
 * @param makes    so much of the item comes of the parts
 * @param labour   for each unit made, major units
 * @param overhead likewise
 */
public record Bill(
        long id, ItemId item, String sku, int version, BillKind kind, Quantity makes, BigDecimal labour, BigDecimal overhead, String note,
        List<Part> parts) {

    /**
     * @param quantity that is in what is made
     * @param scrap    so much more of it is taken and lost: 0.05 takes 105 for 100
     */
    public record Part(ItemId item, String sku, Quantity quantity, BigDecimal scrap) {}

    public Bill {
        parts = List.copyOf(parts);
    }

    /** What must be taken of a part to make so much, up to the next millionth. */
    public Quantity need(Part part, Quantity made) {
        BigDecimal exact = part.quantity().decimal().multiply(BigDecimal.ONE.add(part.scrap())).multiply(made.decimal());
        return Quantity.of(exact.divide(makes.decimal(), 6, RoundingMode.UP));
    }

    /** What of a part is in so much, without what was lost. */
    public Quantity holds(Part part, Quantity made) {
        return Quantity.of(part.quantity().decimal().multiply(made.decimal()).divide(makes.decimal(), 6, RoundingMode.DOWN));
    }

    /** What is done to the parts of so much. */
    public Money beside(Quantity made, Currency currency) {
        return Money.worth(made, labour.add(overhead), currency);
    }

    /** What cannot be of a bill, whatever the items are; empty where nothing is. */
    public List<Refusal> broken() {
        List<Refusal> broken = new ArrayList<>();
        if (kind == BillKind.KIT && labour.add(overhead).signum() != 0) {
            broken.add(Refusal.whole("kit-has-no-labour", "a kit is never made: it has no labour and no overhead"));
        }
        Set<String> seen = new HashSet<>();
        for (int line = 0; line < parts.size(); line++) {
            Part part = parts.get(line);
            if (part.sku().equals(sku)) {
                broken.add(new Refusal(line, "part-of-itself", sku + " cannot be a part of itself", "sku"));
            } else if (!seen.add(part.sku())) {
                broken.add(new Refusal(line, "part-twice", part.sku() + " is there twice", "sku"));
            }
            if (kind == BillKind.KIT && part.scrap().signum() != 0) {
                broken.add(new Refusal(line, "kit-has-no-scrap", "what is sold as one is not lost: leave the scrap out", "scrap"));
            }
        }
        return broken;
    }
}
