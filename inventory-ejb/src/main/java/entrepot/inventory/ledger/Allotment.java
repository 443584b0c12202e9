package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names a lot for every line of goods that are kept by lot. What leaves and names none is taken of what expires first, then
 * of what came first; expired lots leave only where they are named.
 */
final class Allotment {

    /** What is thrown away or was not found is of a lot that somebody saw. */
    private static final Set<PostingKind> SEEN = EnumSet.of(PostingKind.SCRAP, PostingKind.ADJUSTMENT, PostingKind.COUNT);

    private static final Comparator<Lot> FIRST_EXPIRED =
            Comparator.comparing(Lot::expires, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Lot::id);

    private final Books books;
    private final PostingRequest asked;
    private final Map<Integer, List<LotPart>> lots;
    private final Map<Stock.Place, Quantity> taken = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Allotment(Books books, PostingRequest asked) {
        this.books = books;
        this.asked = asked;
        this.lots = new HashMap<>(asked.lots());
        asked.lots().values().forEach(parts -> parts.forEach(part -> books.holdAsFound(part.lot())));
        asked.lots().forEach((line, parts) -> parts.forEach(part -> take(place(line, part.lot()), part.quantity())));
        for (int line = 0; line < asked.stock().size(); line++) {
            allot(line, asked.stock().get(line));
        }
        asked.pieces().forEach((line, pieces) -> lots.computeIfPresent(line, (same, parts) -> counted(line, parts, pieces)));
    }

    /** The pieces of a line are those of the one lot it is of. */
    private List<LotPart> counted(int line, List<LotPart> parts, long pieces) {
        if (parts.size() == 1 && parts.get(0).pieces() == null) {
            return List.of(parts.get(0).of(pieces));
        }
        if (!asked.lots().containsKey(line)) {
            refusals.add(new Refusal(line, "lot-missing", books.setting.items().get(asked.stock().get(line).item()).sku()
                    + " would come from several lots: say which lot how many pieces are of"));
        }
        return parts;
    }

    PostingRequest request() {
        return lots.equals(asked.lots()) ? asked : asked.with(lots);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    boolean refuses(int line) {
        return refusals.stream().anyMatch(refusal -> refusal.line() == line);
    }

    private Stock.Place place(int line, Lot lot) {
        return new Stock.Place(asked.stock().get(line).item(), asked.stock().get(line).location(), lot.id());
    }

    private void take(Stock.Place place, Quantity quantity) {
        taken.merge(place, quantity, Quantity::plus);
    }

    private void allot(int line, StockLine stock) {
        ItemFacts item = books.setting.items().get(stock.item());
        if (item.tracking() == Tracking.NONE || lots.containsKey(line) || valuesAllLots(stock)) {
            return;
        }
        if (stock.names() != null) {
            Stock.Named named = books.named.get(stock.names());
            if (named != null && named.place().lot() != 0) {
                lots.put(line, List.of(new LotPart(books.lots.get(named.place().lot()), stock.quantity(), null)));
            }
        } else if (leaves(stock) && item.tracking() == Tracking.LOT && !SEEN.contains(asked.kind())) {
            firstExpired(line, stock);
        } else {
            refusals.add(new Refusal(line, "lot-missing", LotRules.missing(item.sku().code(), item.tracking())));
        }
    }

    /** Value without quantity is of the pool, which is of one lot only where each is valued by itself. */
    private boolean valuesAllLots(StockLine stock) {
        return stock instanceof StockLine.ChangeCosting || stock instanceof StockLine.ChangeScope
                || (stock instanceof StockLine.Revalue || stock instanceof StockLine.SetStandard) && !books.setting.isByLot(stock.item());
    }

    private static boolean leaves(StockLine stock) {
        return stock instanceof StockLine.Relieve || stock instanceof StockLine.Use || stock instanceof StockLine.Move;
    }

    private void firstExpired(int line, StockLine stock) {
        List<LotPart> parts = new ArrayList<>();
        Quantity open = stock.quantity();
        for (Lot lot : candidates(stock)) {
            Quantity part = Quantity.smaller(open, free(place(line, lot)));
            if (part.isPositive()) {
                parts.add(new LotPart(lot, part, null));
                open = open.minus(part);
            }
        }
        if (open.isPositive()) {
            Stock.Place place = new Stock.Place(stock.item(), stock.location());
            refusals.add(new Refusal(line, "out-of-stock", "wanted " + stock.quantity() + " units of " + books.name(place)
                    + ", on hand " + stock.quantity().minus(open) + expired(stock)));
            return;
        }
        parts.forEach(part -> take(place(line, part.lot()), part.quantity()));
        lots.put(line, parts);
    }

    private Quantity free(Stock.Place place) {
        return books.lotStock.getOrDefault(place, Quantity.ZERO).minus(taken.getOrDefault(place, Quantity.ZERO));
    }

    private List<Lot> candidates(StockLine stock) {
        return there(stock).filter(lot -> !lot.isExpiredOn(asked.businessDate())).sorted(FIRST_EXPIRED).toList();
    }

    private Stream<Lot> there(StockLine stock) {
        return books.lotStock.entrySet().stream()
                .filter(one -> one.getKey().item().equals(stock.item()) && one.getKey().location().equals(stock.location()))
                .filter(one -> one.getValue().isPositive() && books.pools.containsKey(books.setting.poolOf(one.getKey())))
                .map(one -> books.lots.get(one.getKey().lot()));
    }

    private String expired(StockLine stock) {
        LocalDate day = asked.businessDate();
        Quantity expired = there(stock).filter(lot -> lot.isExpiredOn(day))
                .map(lot -> free(new Stock.Place(stock.item(), stock.location(), lot.id())))
                .reduce(Quantity.ZERO, Quantity::plus);
        return expired.isPositive() ? ", and " + expired + " that are expired" : "";
    }
}
