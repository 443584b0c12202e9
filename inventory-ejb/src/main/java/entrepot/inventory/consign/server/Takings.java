package entrepot.inventory.consign.server;

import entrepot.inventory.consign.Taken;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Stock;
import entrepot.kernel.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Goods of suppliers that become ours with another posting, just before it and together with it: in the order of {@link ConsignedStock#at}. */
public final class Takings {

    private final ConsignedStock stock;
    private final Map<Stock.Place, List<ConsignedStock.Held>> shelves = new HashMap<>();
    private final Map<ConsignedStock.Held, Quantity> taken = new LinkedHashMap<>();

    public Takings(ConsignedStock stock) {
        this.stock = stock;
    }

    /** As much of it as lies there. @param place whatever lot; @param which may be taken; @param wanted nothing where it is not above zero */
    public void take(Stock.Place place, Predicate<ConsignedStock.Held> which, Quantity wanted) {
        if (!wanted.isPositive()) {
            return;
        }
        Quantity open = wanted;
        for (ConsignedStock.Held held : shelves.computeIfAbsent(place, this::shelf)) {
            Quantity part = Quantity.smaller(open, new Quantity(held.onHand()).minus(taken.getOrDefault(held, Quantity.ZERO)));
            if (part.isPositive() && which.test(held)) {
                taken.merge(held, part, Quantity::plus);
                open = open.minus(part);
            }
        }
    }

    private List<ConsignedStock.Held> shelf(Stock.Place place) {
        return stock.at(place.location(), place.item()).stream().filter(held -> !held.unnamed()).toList();
    }

    /** A receipt for each supplier. @param why with the id of the posting it is taken for */
    public List<Command> commands(PostingRequest cause, Instant at, String why, Currency currency, LongSupplier ids) {
        Map<Long, List<Taken.Line>> lines = new LinkedHashMap<>();
        Map<Long, String> codes = new HashMap<>();
        taken.forEach((held, quantity) -> {
            lines.computeIfAbsent(held.supplierId(), fresh -> new ArrayList<>()).add(held.line(quantity));
            codes.put(held.supplierId(), held.supplier());
        });
        return lines.entrySet().stream().map(one -> {
            UUID id = UUID.nameUUIDFromBytes((cause.id() + "/consigned/" + one.getKey()).getBytes(StandardCharsets.UTF_8));
            var receipt = new Taken(id, one.getKey(), codes.get(one.getKey()), cause.businessDate(), at, cause.reference(), one.getValue());
            return receipt.command(why + " " + cause.id(), currency, ids);
        }).toList();
    }
}
