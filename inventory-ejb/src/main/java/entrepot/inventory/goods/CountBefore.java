package entrepot.inventory.goods;

import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Quantity;
import java.time.LocalDate;

/**
 * A count of goods that are said to have come before it: either they were among what was counted, or they are there besides.
 *
 * @param counted what lay there then
 */
public record CountBefore(LocalDate day, Quantity counted) {

    /** What is there where they were among it: the count holds. */
    Quantity among() {
        return counted;
    }

    /** What is there where they were not. */
    Quantity besides(Quantity came) {
        return counted.plus(came);
    }

    /** Only who asks knows which it was, so he is told what comes of either. @param line of the document, from 0 */
    public Refusal question(int line, String sku, Quantity came) {
        return new Refusal(line, "counted-since", counted + " units of " + sku + " were counted there on " + day
                + ". If these " + came + " were among them, say so (wasCounted): " + among() + " stay there, and the count missed "
                + came + " more or found " + came + " less. If they were not, date the receipt " + day + " or later: "
                + besides(came) + " are there then", "quantity");
    }
}
