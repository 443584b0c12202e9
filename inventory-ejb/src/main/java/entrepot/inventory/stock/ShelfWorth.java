package entrepot.inventory.stock;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What lots are worth that are valued together: their parts by quantity, which come to the worth of the shelf to the penny. */
public final class ShelfWorth {

    private ShelfWorth() {}

    /** @param lots none of them zero, unless all are: then the last has what there is */
    public static List<Money> of(Money shelf, List<Quantity> lots) {
        List<Money> parts = new ArrayList<>();
        Quantity left = lots.stream().reduce(Quantity.ZERO, Quantity::plus);
        Money worth = shelf;
        for (Quantity lot : lots) {
            Money part = parts.size() == lots.size() - 1 ? worth : part(worth, lot, left);
            parts.add(part);
            worth = worth.minus(part);
            left = left.minus(lot);
        }
        return parts;
    }

    private static Money part(Money worth, Quantity lot, Quantity left) {
        return left.isZero() ? Money.zero(worth.currency())
                : Money.rounded(worth.decimal().multiply(lot.decimal()).divide(left.decimal(), 12, RoundingMode.HALF_UP), worth.currency());
    }
}
