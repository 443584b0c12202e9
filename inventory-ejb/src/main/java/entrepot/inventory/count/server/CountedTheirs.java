package entrepot.inventory.count.server;

import entrepot.inventory.consign.FoundTheirs;
import entrepot.inventory.consign.Taken;
import entrepot.inventory.consign.server.ConsignedStock;
import entrepot.inventory.count.CountedLine;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a count says of goods of suppliers: what is missing of them becomes ours, owed at the agreed cost, just before the
 * count writes it off; what is found of them lies there for them.
 */
@ApplicationScoped
class CountedTheirs {

    @Inject
    private ConsignedStock stock;

    @Inject
    private CompanyFile companies;

    @Inject
    private Ids ids;

    /** A receipt for each supplier of whom some is missing. @param count its posting @param at when it is approved */
    List<Command> missing(PostingRequest count, List<CountedLine> lines, LocationId place, Instant at) {
        Map<Long, List<Taken.Line>> bySupplier = new LinkedHashMap<>();
        Map<Long, String> codes = new LinkedHashMap<>();
        for (CountedLine line : lines) {
            Quantity open = line.theirDifference().isPositive() ? Quantity.ZERO : line.theirDifference().negated();
            for (ConsignedStock.Held held : open.isPositive() ? stock.at(place, line.item()) : List.<ConsignedStock.Held>of()) {
                Quantity part = Quantity.smaller(open, new Quantity(held.onHand()));
                if (part.isPositive()) {
                    bySupplier.computeIfAbsent(held.supplierId(), fresh -> new ArrayList<>()).add(held.line(part));
                    codes.put(held.supplierId(), held.supplier());
                    open = open.minus(part);
                }
            }
        }
        return bySupplier.entrySet().stream().map(one -> {
            UUID id = UUID.nameUUIDFromBytes((count.id() + "/consigned/" + one.getKey()).getBytes(StandardCharsets.UTF_8));
            var taken = new Taken(id, one.getKey(), codes.get(one.getKey()), count.businessDate(), at, count.reference(), one.getValue());
            return taken.command("COUNTED " + count.id(), companies.company().currency(), ids::next);
        }).toList();
    }

    List<Alongside> found(List<CountedLine> lines, LocationId place) {
        return new FoundTheirs(lines.stream().filter(line -> line.theirDifference().isPositive())
                .map(line -> of(stock.suppliers(place, line.item()).get(0), line.theirDifference())).toList()).rows(ids::next);
    }

    private static FoundTheirs.Line of(ConsignedStock.Held held, Quantity found) {
        return new FoundTheirs.Line(held.supplierId(), held.line(found));
    }
}
