package entrepot.inventory.count.server;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.TheirsAgain;
import entrepot.inventory.consign.server.ConsignedStock;
import entrepot.inventory.consign.server.Takings;
import entrepot.inventory.count.CountedLine;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Stock;
import entrepot.kernel.LocationId;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

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
        Takings takings = new Takings(stock);
        lines.forEach(line -> takings.take(new Stock.Place(line.item(), place), held -> isOf(held, line), line.theirDifference().negated()));
        return takings.commands(count, at, "COUNTED", companies.company().currency(), ids::next);
    }

    List<Alongside> found(List<CountedLine> lines, LocationId place) {
        return new TheirsAgain(ConsignmentNote.Kind.ARRIVED, lines.stream().filter(line -> line.theirDifference().isPositive())
                .map(line -> found(line, place)).toList()).rows(ids::next);
    }

    private TheirsAgain.Line found(CountedLine line, LocationId place) {
        ConsignedStock.Held held = stock.suppliers(place, line.item()).stream().filter(one -> isOf(one, line)).findFirst().orElseThrow();
        return new TheirsAgain.Line(held.supplierId(), held.line(line.theirDifference()), null);
    }

    private static boolean isOf(ConsignedStock.Held held, CountedLine line) {
        return held.lotId() == (line.lot() == null ? 0 : line.lot().id());
    }
}
