package entrepot.web.api;

import entrepot.inventory.ledger.NamedLot;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * A lot of a line, or one piece by its serial number, as a client sends it.
 *
 * @param expires  the last day of sale, where goods come in that have one
 * @param quantity left out: one unit
 * @param pieces   of catch-weight goods
 */
public record LotBody(String lot, String expires, String quantity, Long pieces) {

    public LotBody(String lot, String expires, String quantity) {
        this(lot, expires, quantity, null);
    }

    /** More pieces than this do not come in one line. */
    static final int MOST = 20_000;

    /** @param at pointer of the line; @param lots null where the line names none */
    static List<NamedLot> read(Fields fields, String at, List<LotBody> lots) {
        List<NamedLot> read = new ArrayList<>();
        if (lots == null) {
            return read;
        }
        if (lots.size() > MOST) {
            fields.refuse(at + "/lots", "too-many", "may be " + MOST + " at most, are " + lots.size());
        } else if (!DocumentFields.hasHole(fields, at + "/lots", lots)) {
            for (int number = 0; number < lots.size(); number++) {
                read.add(lots.get(number).read(fields, at + "/lots/" + number));
            }
        }
        return read;
    }

    private NamedLot read(Fields fields, String at) {
        return new NamedLot(fields.text(at + "/lot", lot, 20), fields.dateIfGiven(at + "/expires", expires),
                quantity == null ? Quantity.units(1) : fields.quantity(at + "/quantity", quantity), pieces);
    }
}
