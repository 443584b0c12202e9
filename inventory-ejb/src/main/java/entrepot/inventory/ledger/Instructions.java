package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.List;

/** What each {@link StockLine} does to a draft, and why it may be refused. */
final class Instructions {

    private final Draft draft;

    Instructions(Draft draft) {
        this.draft = draft;
    }

    void carryOut() {
        List<StockLine> lines = draft.request().stock();
        for (int line = 0; line < lines.size(); line++) {
            carryOut(line, lines.get(line));
        }
        draft.request().money().forEach(draft::journal);
    }

    private void carryOut(int line, StockLine stock) {
        Stock.Place place = new Stock.Place(stock.item(), stock.location());
        if (backdated(line, place) || stock instanceof StockLine.Move move && backdated(line, destination(move))) {
            return;
        }
        if (stock instanceof StockLine.Receive s) receive(line, place, s.quantity(), s.value(), null, s.against());
        if (stock instanceof StockLine.Relieve s) relieve(line, place, s);
        if (stock instanceof StockLine.GiveBack s) giveBack(line, place, s);
        if (stock instanceof StockLine.GiveBackUnmatched s) giveBackUnmatched(line, place, s);
        if (stock instanceof StockLine.TakeBack s) takeBack(line, place, s);
        if (stock instanceof StockLine.Move s) move(line, place, s);
        if (stock instanceof StockLine.Undo s) undo(line, place, s);
    }

    private void receive(int line, Stock.Place place, Quantity quantity, Money value, Long source, AccountRole against) {
        var layer = new CostLayer(CostLayer.Origin.POOLED, quantity, value);
        draft.book(draft.arrive(line, place, List.of(layer), source), against);
    }

    private void relieve(int line, Stock.Place place, StockLine.Relieve stock) {
        if (enough(line, place, stock.quantity())) {
            CostPool.Relief relief = draft.pool(place).cost().relieve(stock.quantity());
            draft.book(draft.depart(line, place, relief, null), stock.against());
        }
    }

    private void giveBack(int line, Stock.Place place, StockLine.GiveBack stock) {
        Stock.Source source = draft.source(stock.movement());
        if (mayReturn(line, place, source, stock.quantity(), "sold")) {
            Money cost = source.costOf(stock.quantity());
            draft.keep(source.with(stock.quantity()));
            receive(line, place, stock.quantity(), cost, stock.movement(), stock.against());
        }
    }

    private void giveBackUnmatched(int line, Stock.Place place, StockLine.GiveBackUnmatched stock) {
        BigDecimal unitCost = stock.policy() == UnmatchedCost.ZERO ? BigDecimal.ZERO : draft.currentUnitCost(place);
        Money value = Money.worth(stock.quantity(), unitCost, draft.setting().currency());
        receive(line, place, stock.quantity(), value, null, stock.against());
    }

    private void takeBack(int line, Stock.Place place, StockLine.TakeBack stock) {
        Stock.Source source = draft.source(stock.movement());
        if (!mayReturn(line, place, source, stock.quantity(), "received") || !enough(line, place, stock.quantity())) {
            return;
        }
        Money original = source.costOf(stock.quantity());
        draft.keep(source.with(stock.quantity()));
        CostPool.Relief relief = taken(draft.pool(place).cost(), stock, original);
        draft.book(draft.depart(line, place, relief, stock.movement()), stock.against());
        if (stock.credit() == ReturnCost.ORIGINAL) {
            Money variance = relief.cost().minus(original);
            draft.journal(MoneyLine.of(stock.against(), stock.item(), variance.negated()));
            draft.journal(MoneyLine.of(AccountRole.PURCHASE_VARIANCE, stock.item(), variance));
        }
    }

    /** A flow that still tells the receipt apart gives that; an average gives what it cost then. */
    private static CostPool.Relief taken(CostPool pool, StockLine.TakeBack stock, Money original) {
        if (pool.tellsApart(stock.movement())) {
            return pool.relieveFrom(stock.movement(), stock.quantity());
        }
        return stock.credit() == ReturnCost.ORIGINAL
                ? pool.relieveAt(stock.quantity(), original)
                : pool.relieve(stock.quantity());
    }

    private void move(int line, Stock.Place from, StockLine.Move stock) {
        Stock.Place to = destination(stock);
        if (from.equals(to)) {
            draft.refuse(line, "same-location", "a transfer of " + draft.name(from) + " to the same location moves nothing");
        } else if (enough(line, from, stock.quantity())) {
            if (draft.setting().poolOf(from).equals(draft.setting().poolOf(to))) {
                draft.shift(line, from, stock.quantity().negated(), null);
                draft.shift(line, to, stock.quantity(), null);
            } else {
                CostPool.Relief relief = draft.pool(from).cost().relieve(stock.quantity());
                draft.book(draft.depart(line, from, relief, null), AccountRole.INVENTORY);
                draft.book(draft.arrive(line, to, relief.taken(), null), AccountRole.INVENTORY);
            }
        }
    }

    private void undo(int line, Stock.Place place, StockLine.Undo stock) {
        Stock.Source source = draft.source(stock.movement());
        if (isUntouched(line, place, source) && (stock.left() || enough(line, place, stock.quantity()))) {
            if (stock.value() == null) {
                draft.shift(line, place, stock.left() ? stock.quantity() : stock.quantity().negated(), stock.movement());
            } else if (stock.left()) {
                var layer = new CostLayer(CostLayer.Origin.POOLED, stock.quantity(), stock.value());
                draft.mirror(draft.putBack(line, place, layer, stock.movement()), stock.journal());
            } else {
                takeOut(line, place, stock);
            }
            draft.keep(source.with(stock.quantity()));
            if (stock.returnedTo() != null) {
                draft.keep(draft.source(stock.returnedTo()).with(stock.quantity().negated()));
            }
        }
    }

    private void takeOut(int line, Stock.Place place, StockLine.Undo stock) {
        draft.pool(place).cost().takeOut(stock.movement(), stock.quantity(), stock.value()).ifPresentOrElse(
                relief -> draft.mirror(draft.depart(line, place, relief, stock.movement()), stock.journal()),
                () -> draft.refuse(line, "not-whole", "of the " + stock.quantity() + " units of " + draft.name(place)
                        + " that came in, some were used since, or are no longer worth " + stock.value()
                        + ": undo what used them first"));
    }

    private static Stock.Place destination(StockLine.Move move) {
        return new Stock.Place(move.item(), move.to());
    }

    // Refusals

    private boolean enough(int line, Stock.Place place, Quantity wanted) {
        Quantity onHand = draft.onHand(place);
        if (wanted.compareTo(onHand) <= 0) {
            return true;
        }
        draft.refuse(line, "out-of-stock",
                "wanted " + wanted + " units of " + draft.name(place) + ", on hand " + onHand);
        return false;
    }

    private boolean isUntouched(int line, Stock.Place place, Stock.Source source) {
        if (source != null && source.returned().isZero()) {
            return true;
        }
        draft.refuse(line, "already-returned", source == null
                ? "nothing of " + draft.name(place) + " moved in the movement named"
                : source.returned() + " of the " + source.size() + " units of " + draft.name(place)
                        + " were returned or undone since: undo that first");
        return false;
    }

    private boolean mayReturn(int line, Stock.Place place, Stock.Source source, Quantity quantity, String was) {
        if (source == null || !source.place().item().equals(place.item())
                || source.quantity().isPositive() != was.equals("received")) {
            draft.refuse(line, "no-such-movement", "nothing of " + draft.name(place) + " was " + was + " in the movement named");
            return false;
        }
        if (quantity.compareTo(source.open()) > 0) {
            draft.refuse(line, "returns-too-much", "returning " + quantity + " units of " + draft.name(place) + ", but of "
                    + source.size() + " " + was + " " + source.returned() + " are returned already");
            return false;
        }
        return true;
    }

    private boolean backdated(int line, Stock.Place place) {
        Stock.Pool pool = draft.pool(place);
        if (pool.lastDate() == null || !draft.request().businessDate().isBefore(pool.lastDate())) {
            return false;
        }
        draft.refuse(line, "backdated", draft.name(place) + " already moved on " + pool.lastDate()
                + "; a posting dated " + draft.request().businessDate() + " would come before it");
        return true;
    }
}
