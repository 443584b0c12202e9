package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.LotRules;
import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.Quantity;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the lots that the lines of documents name, or says what is wrong with them. */
@ApplicationScoped
public class DocumentLots {

    @EJB
    private LotRegister register;

    /**
     * A line of a document that may name lots.
     *
     * @param comes whether it brings stock: a lot that is not known is then a new one
     */
    public record Line(CodeBook.Item item, Quantity quantity, List<NamedLot> lots, boolean comes) {

        boolean isOfLots() {
            return item != null && item.tracking() != Tracking.NONE && !lots.isEmpty();
        }
    }

    /** The lots of a group of documents, read together. */
    public final class Found {
        private final Map<LotRegister.Key, Lot> lots = new HashMap<>();

        private Found() {}

        /**
         * The parts of a line, empty where it names no lot.
         *
         * @param refusals takes everything that is wrong; the result counts only where none is added
         */
        public List<LotPart> parts(int number, Line line, List<Refusal> refusals) {
            if (line.item() == null) {
                return List.of();
            }
            LotRules rules = new LotRules(number, refusals);
            rules.check(line.item().sku(), line.item().tracking(), line.quantity(), line.lots());
            List<LotPart> parts = new ArrayList<>();
            for (int at = 0; line.isOfLots() && at < line.lots().size(); at++) {
                NamedLot asked = line.lots().get(at);
                Lot lot = lots.get(new LotRegister.Key(line.item().id(), asked.code()));
                if (lot == null) {
                    rules.refuse("lots/" + at + "/lot", "unknown-lot", "no lot '" + asked.code() + "' of " + line.item().sku());
                } else {
                    expiry(rules, "lots/" + at + "/expires", line, asked, lot);
                    parts.add(new LotPart(lot, asked.quantity(), null, asked.pieces()));
                }
            }
            return parts;
        }

        private void expiry(LotRules rules, String at, Line line, NamedLot asked, Lot lot) {
            if (asked.expires() != null && !asked.expires().equals(lot.expires())) {
                rules.refuse(at, "expiry-differs", "lot " + lot.code() + " of " + line.item().sku()
                        + (lot.expires() == null ? " has no last day" : " expires on " + lot.expires()) + ", not on " + asked.expires());
            } else if (line.comes() && line.item().perishable() && lot.expires() == null) {
                rules.refuse(at, "expiry-missing", line.item().sku() + " expires: say the last day of lot " + lot.code());
            }
        }
    }

    /** Makes the lots that come in and are not known. */
    public Found find(Collection<Line> lines) {
        Map<LotRegister.Key, LocalDate> coming = new LinkedHashMap<>();
        Set<LotRegister.Key> named = new HashSet<>();
        for (Line line : lines) {
            if (line.isOfLots()) {
                line.lots().stream().filter(lot -> LotRules.isCode(lot.code())).forEach(lot -> {
                    var key = new LotRegister.Key(line.item().id(), lot.code());
                    if (line.comes()) {
                        coming.merge(key, lot.expires() == null ? LocalDate.MIN : lot.expires(), (one, other) -> one.isAfter(other) ? one : other);
                    } else {
                        named.add(key);
                    }
                });
            }
        }
        Found found = new Found();
        if (!coming.isEmpty()) {
            Map<LotRegister.Key, LocalDate> expiries = new LinkedHashMap<>();
            coming.forEach((key, expires) -> expiries.put(key, expires.equals(LocalDate.MIN) ? null : expires));
            found.lots.putAll(register.make(expiries));
        }
        named.removeAll(found.lots.keySet());
        if (!named.isEmpty()) {
            found.lots.putAll(register.find(named));
        }
        return found;
    }
}
