package entrepot.inventory.consign.server;

import entrepot.inventory.consign.Taken;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Goods of suppliers that become ours with another posting, just before it and together with it: the cheapest first. */
public final class Takings {

    private final ConsignedStock stock;
    private final Map<Long, List<Taken.Line>> lines = new LinkedHashMap<>();
    private final Map<Long, String> codes = new LinkedHashMap<>();

    public Takings(ConsignedStock stock) {
        this.stock = stock;
    }

    /** As much of it as lies there. @param wanted nothing where it is not above zero */
    public void take(LocationId place, ItemId item, Quantity wanted) {
        Quantity open = wanted;
        for (ConsignedStock.Held held : open.isPositive() ? stock.at(place, item) : List.<ConsignedStock.Held>of()) {
            Quantity part = Quantity.smaller(open, new Quantity(held.onHand()));
            if (part.isPositive()) {
                lines.computeIfAbsent(held.supplierId(), fresh -> new ArrayList<>()).add(held.line(part));
                codes.put(held.supplierId(), held.supplier());
                open = open.minus(part);
            }
        }
    }

    /** A receipt for each supplier. @param why with the id of the posting it is taken for */
    public List<Command> commands(PostingRequest cause, Instant at, String why, Currency currency, LongSupplier ids) {
        return lines.entrySet().stream().map(one -> {
            UUID id = UUID.nameUUIDFromBytes((cause.id() + "/consigned/" + one.getKey()).getBytes(StandardCharsets.UTF_8));
            var taken = new Taken(id, one.getKey(), codes.get(one.getKey()), cause.businessDate(), at, cause.reference(), one.getValue());
            return taken.command(why + " " + cause.id(), currency, ids);
        }).toList();
    }
}
