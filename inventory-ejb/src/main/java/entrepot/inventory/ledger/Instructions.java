package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.Source;
import entrepot.inventory.valuation.Turn;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** What each {@link StockLine} does to a draft, and why it may be refused. */
final class Instructions {

    private final Draft draft;

    Instructions(Draft draft) {
        this.draft = draft;
    }

    /** @param allotment the lines it refuses are left out */
    void carryOut(Allotment allotment) {
        List<StockLine> lines = draft.request().stock();
        for (int line = 0; line < lines.size(); line++) {
            if (isBeforeItsScope(line, lines.get(line))) {
                continue;
            }
            List<LotPart> lots = draft.request().lotsOf(line);
            if (lots.isEmpty() && !allotment.refuses(line)) {
                carryOut(line, lines.get(line), 0);
            }
            List<StockLine> parts = LotSplit.of(lines.get(line), lots);
            for (int part = 0; part < parts.size(); part++) {
                carryOut(line, parts.get(part), lots.get(part).lot().id());
            }
        }
        if (draft.refusals().isEmpty()) {
            new Restatement(draft).carryOut();
        }
    }

    private void carryOut(int line, StockLine stock, long lot) {
        Stock.Place place = new Stock.Place(stock.item(), stock.location(), lot);
        if (stock instanceof StockLine.Receive s) receive(line, place, s.quantity(), s.value(), s.against());
        if (stock instanceof StockLine.Relieve s) relieve(line, place, s);
        if (stock instanceof StockLine.GiveBack s) giveBack(line, place, s);
        if (stock instanceof StockLine.GiveBackUnmatched s) giveBackUnmatched(line, place, s);
        if (stock instanceof StockLine.TakeBack s) takeBack(line, place, s);
        if (stock instanceof StockLine.Move s) move(line, place, s);
        if (stock instanceof StockLine.Use s) use(line, place, s);
        if (stock instanceof StockLine.Make s) make(line, place, s);
        if (stock instanceof StockLine.Undo s) undo(line, place, s);
        if (stock instanceof StockLine.Charge s) charge(line, s);
        if (stock instanceof StockLine.Correct s) correct(line, s);
        if (stock instanceof StockLine.Count s) count(line, place, s);
        if (stock instanceof StockLine.Found s) found(line, place, s);
        if (stock instanceof StockLine.Revalue s) revalue(line, place, s);
        if (stock instanceof StockLine.SetStandard s) setStandard(line, place, s);
        if (stock instanceof StockLine.ChangeCosting s) changeCosting(line, s);
        if (stock instanceof StockLine.ChangeScope s) new ScopeChange(draft).carryOut(line, s);
    }

    private void receive(int line, Stock.Place place, Quantity quantity, Money value, AccountRole against) {
        boolean atStandard = draft.setting().policyOf(place).flow() == CostFlow.STANDARD;
        draft.enter(line, place, quantity, Basis.STATED)
                .stating(value).at(atStandard ? value.perUnit(quantity) : null).against(against);
    }

    private void relieve(int line, Stock.Place place, StockLine.Relieve stock) {
        if (enough(line, place, stock.quantity())) {
            draft.enter(line, place, stock.quantity().negated(), Basis.FLOW).against(stock.against());
        }
    }

    private void giveBack(int line, Stock.Place place, StockLine.GiveBack stock) {
        if (mayReturn(line, place, stock.movement(), stock.quantity(), "sold")) {
            draft.enter(line, place, stock.quantity(), Basis.COMES_BACK).of(stock.movement()).against(stock.against());
        }
    }

    private void giveBackUnmatched(int line, Stock.Place place, StockLine.GiveBackUnmatched stock) {
        if (stock.policy() == UnmatchedCost.ZERO) {
            receive(line, place, stock.quantity(), Money.zero(draft.setting().currency()), stock.against());
        } else {
            draft.enter(line, place, stock.quantity(), Basis.CURRENT).against(stock.against());
        }
    }

    private void takeBack(int line, Stock.Place place, StockLine.TakeBack stock) {
        if (mayReturn(line, place, stock.movement(), stock.quantity(), "received") && enough(line, place, stock.quantity())) {
            Basis basis = stock.credit() == ReturnCost.ORIGINAL ? Basis.GOES_BACK : Basis.GOES_BACK_AT_FLOW;
            draft.enter(line, place, stock.quantity().negated(), basis).of(stock.movement()).against(stock.against());
        }
    }

    private void move(int line, Stock.Place from, StockLine.Move stock) {
        Stock.Place to = new Stock.Place(stock.item(), stock.to(), from.lot());
        if (from.equals(to)) {
            draft.refuse(line, "same-location", "a transfer of " + draft.name(from) + " to the same location moves nothing");
        } else if (enough(line, from, stock.quantity())) {
            boolean inside = draft.setting().poolOf(from).equals(draft.setting().poolOf(to));
            long pair = draft.pair();
            draft.enter(line, from, stock.quantity().negated(), inside ? Basis.SHIFT : Basis.LEAVES_FOR)
                    .pairedBy(pair).against(AccountRole.INVENTORY);
            draft.enter(line, to, stock.quantity(), inside ? Basis.SHIFT : Basis.ARRIVES)
                    .pairedBy(pair).against(AccountRole.INVENTORY);
        }
    }

    private void use(int line, Stock.Place place, StockLine.Use stock) {
        if (enough(line, place, stock.quantity())) {
            draft.enter(line, place, stock.quantity().negated(), Basis.LEAVES_FOR).pairedBy(draft.whole()).against(stock.against());
        }
    }

    private void make(int line, Stock.Place place, StockLine.Make stock) {
        draft.enter(line, place, stock.quantity(), Basis.MADE)
                .pairedBy(draft.whole()).stating(stock.beside()).at(stock.share()).against(stock.against());
    }

    /** As it is with its corrections; what was corrected to nothing has nothing to undo. */
    private void undo(int line, Stock.Place place, StockLine.Undo stock) {
        if (!isUntouched(line, place, stock.movement())) {
            return;
        }
        if (draft.request().businessDate().isBefore(draft.named(stock.movement()).date())) {
            draft.refuse(line, "before-its-source", draft.name(place) + " moved on " + draft.named(stock.movement()).date()
                    + "; that cannot be undone on " + draft.request().businessDate());
            return;
        }
        Quantity size = draft.named(stock.movement()).source().size();
        if (size.isZero() || !stock.left() && !enough(line, place, size)) {
            return;
        }
        if (stock.returnedTo() != null) {
            draft.reopens(stock.movement(), stock.returnedTo());
        }
        Basis basis = !stock.valued() ? Basis.SHIFT : stock.left() ? Basis.PUT_BACK : Basis.TAKEN_OUT;
        Long pieces = draft.named(stock.movement()).pieces();
        draft.enter(line, place, stock.left() ? size : size.negated(), basis).counting(pieces == null ? null : Long.valueOf(-pieces))
                .of(stock.movement()).mirroring(stock.journal(), stock.assembled(), stock.against());
    }

    private void charge(int line, StockLine.Charge stock) {
        Stock.Named named = draft.named(stock.movement());
        if (named == null || !named.came() || !named.place().item().equals(stock.item())) {
            draft.refuse(line, "no-such-movement", "nothing came in with the movement named: a charge is on a receipt");
            return;
        }
        if (draft.request().businessDate().isBefore(named.date())) {
            draft.refuse(line, "before-its-source", draft.name(named.place()) + " came on " + named.date()
                    + "; a charge on it cannot be of " + draft.request().businessDate());
            return;
        }
        draft.enter(line, named.place(), Quantity.ZERO, Basis.CHARGE)
                .of(stock.movement()).stating(stock.amount()).against(stock.against());
    }

    /** Both ends of a transfer are corrected together. */
    private void correct(int line, StockLine.Correct stock) {
        History.Past past = draft.past(stock.movement());
        if (past == null || !past.movement().basis().mayBeCorrected()) {
            draft.refuse(line, "not-correctable", "the movement named cannot be corrected: undo its posting instead");
            return;
        }
        Source source = draft.named(stock.movement()).source();
        if (source.returned().compareTo(stock.actual()) > 0) {
            draft.refuse(line, "already-returned", source.returned() + " of it were returned or undone since: it was at least that");
            return;
        }
        List<History.Past> ends = draft.pairedWith(past);
        for (History.Past end : ends.isEmpty() ? List.of(past) : ends) {
            Quantity now = draft.corrected(end);
            Quantity actual = end.movement().quantity().isPositive() ? stock.actual() : stock.actual().negated();
            draft.enter(line, end.movement().place(), actual.minus(now), Basis.CORRECTED).counting(correctedPieces(line, end))
                    .of(end.movement().id()).on(end.date()).against(AccountRole.INVENTORY);
        }
    }

    /** What changes of its pieces; null where they are not counted. */
    private Long correctedPieces(int line, History.Past end) {
        Long actual = draft.piecesOf(line, end.movement().place());
        Long now = draft.correctedPieces(end);
        return actual == null || now == null ? null : Long.valueOf((end.movement().quantity().isPositive() ? actual : -actual) - now);
    }

    private void count(int line, Stock.Place place, StockLine.Count stock) {
        draft.enter(line, place, stock.quantity(), Basis.COUNTED).at(sixDecimals(stock.unitCost())).against(stock.against());
    }

    private void found(int line, Stock.Place place, StockLine.Found stock) {
        if (place.lot() != 0 && !draft.setting().isByLot(place.item())) {
            foundOfLot(line, place, stock);
            return;
        }
        Quantity book = draft.onHandThen(place);
        Quantity holds = book.plus(stock.difference());
        if (holds.compareTo(Quantity.ZERO) < 0 && holds.compareTo(book) < 0) {
            draft.refuse(line, "count-below-zero", draft.name(place) + " has " + book + " on hand, and the count found "
                    + stock.difference().negated() + " less than the book: count it again");
        } else {
            draft.enter(line, place, holds, Basis.COUNTED).against(stock.against());
        }
    }

    /** A count says what a place holds, not what it holds of each lot: the difference is a movement of the lot that was counted. */
    private void foundOfLot(int line, Stock.Place place, StockLine.Found stock) {
        if (stock.difference().isPositive()) {
            draft.enter(line, place, stock.difference(), Basis.CURRENT).against(stock.against());
        } else if (enough(line, place, stock.difference().negated())) {
            draft.enter(line, place, stock.difference(), Basis.FLOW).counting(draft.piecesOf(line, place)).against(stock.against());
        }
    }

    private void revalue(int line, Stock.Place place, StockLine.Revalue stock) {
        draft.enter(line, place, Quantity.ZERO, Basis.REVALUE).stating(stock.amount()).against(stock.against());
    }

    private void setStandard(int line, Stock.Place place, StockLine.SetStandard stock) {
        draft.enter(line, place, Quantity.ZERO, Basis.SET_STANDARD).at(sixDecimals(stock.unitCost())).against(stock.against());
    }

    /** Retrospectively nothing moves: the run does it. */
    private void changeCosting(int line, StockLine.ChangeCosting stock) {
        ItemFacts now = draft.facts(stock.item());
        CostTerms terms = now.policy().terms();
        CostTerms becomes = stock.becomes();
        if (!CostFlow.INTERCHANGEABLE.contains(terms.flow()) || !CostFlow.INTERCHANGEABLE.contains(becomes.flow())) {
            draft.refuse(line, "costing-stays", now.sku() + " is costed by " + terms.flow() + " and cannot become "
                    + becomes.flow() + " once it has moved: only " + CostFlow.INTERCHANGEABLE + " change from one to another");
        } else if (terms.costsAs(becomes)) {
            draft.refuse(line, "no-change", now.sku() + " is costed by " + terms.flow()
                    + (terms.flow() == CostFlow.AVERAGE ? " of " + terms.period() : "") + " already");
        } else if (stock.isRetrospective() && now.turned()) {
            draft.refuse(line, "changed-from-a-day", now.sku() + " came to " + terms.flow() + " from a day on, because the days before"
                    + " could not be costed so: another change can be from a day on only");
        } else if (!stock.isRetrospective() && draft.turnsAfter(stock.item(), draft.request().businessDate())) {
            draft.refuse(line, "changed-since", now.sku() + " came to other terms on a later day: date this change after it");
        } else if (!stock.isRetrospective()) {
            turn(line, stock, new Turn(terms, becomes));
        }
    }

    private void turn(int line, StockLine.ChangeCosting stock, Turn turn) {
        for (Stock.Place pool : draft.poolsOf(stock.item())) {
            draft.enter(line, draft.setting().placeIn(pool, stock.location()), Quantity.ZERO, Basis.SET_TERMS)
                    .in(pool).turning(turn).against(stock.against());
        }
    }

    private static BigDecimal sixDecimals(BigDecimal unitCost) {
        return unitCost == null ? null : unitCost.setScale(6, RoundingMode.HALF_UP);
    }

    // Refusals

    /** What was on hand when the scope changed went over: it cannot have been another quantity. */
    private boolean isBeforeItsScope(int line, StockLine stock) {
        ItemFacts item = draft.facts(stock.item());
        if (!item.isRescoped() || stock.movesNothing() || stock instanceof StockLine.ChangeScope) {
            return false;
        }
        LocalDate since = item.scopes().lastKey();
        if (draft.request().businessDate().isBefore(since)) {
            draft.refuse(line, "scope-changed", item.sku() + " is valued otherwise since " + since + ", and what was on hand then went over: date"
                    + " it that day or later");
            return true;
        }
        Stock.Named named = stock instanceof StockLine.Correct || stock instanceof StockLine.Undo undo && !undo.valued()
                ? draft.named(stock.names()) : null;
        if (named == null || named.date().isAfter(since)) {
            return false;
        }
        draft.refuse(line, "scope-changed", item.sku() + " is valued otherwise since " + since + ", and what moved until then stays as it is: "
                + (stock instanceof StockLine.Correct ? "post the difference as an adjustment, or count it" : "transfer it back"));
        return true;
    }

    /** Of what is dated before something that is posted, the run finds out. */
    private boolean enough(int line, Stock.Place place, Quantity wanted) {
        if (place.lot() != 0) {
            return enoughOfLot(line, place, wanted);
        }
        if (!draft.isInOrder() || draft.setting().policyOf(place).mayGoBelowZero()) {
            return true;
        }
        Quantity onHand = draft.onHand(place);
        if (wanted.compareTo(onHand) <= 0) {
            return true;
        }
        draft.refuse(line, "out-of-stock",
                "wanted " + wanted + " units of " + draft.name(place) + ", on hand " + onHand);
        return false;
    }

    /** What was counted of a lot that is valued by itself holds, whatever leaves before it: the run finds out of that too. */
    private boolean enoughOfLot(int line, Stock.Place place, Quantity wanted) {
        if (!draft.isInOrder() && draft.setting().isByLot(place.item())) {
            return true;
        }
        Quantity free = draft.ofLot(place);
        if (wanted.compareTo(free) > 0) {
            draft.refuse(line, "out-of-stock", "wanted " + wanted + " units of " + draft.name(place) + ", on hand " + free);
        }
        return wanted.compareTo(free) <= 0;
    }

    private boolean isUntouched(int line, Stock.Place place, long movement) {
        Stock.Named named = draft.named(movement);
        if (named != null && named.source().returned().isZero()) {
            return true;
        }
        draft.refuse(line, "already-returned", named == null
                ? "nothing of " + draft.name(place) + " moved in the movement named"
                : named.source().returned() + " of the " + named.source().size() + " units of " + draft.name(place)
                        + " were returned or undone since: undo that first");
        return false;
    }

    private boolean mayReturn(int line, Stock.Place place, long movement, Quantity quantity, String was) {
        Stock.Named named = draft.named(movement);
        if (named == null || !named.place().item().equals(place.item()) || named.came() != was.equals("received")) {
            draft.refuse(line, "no-such-movement", "nothing of " + draft.name(place) + " was " + was + " in the movement named");
            return false;
        }
        if (draft.request().businessDate().isBefore(named.date())) {
            draft.refuse(line, "before-its-source", draft.name(place) + " was " + was + " on " + named.date()
                    + "; it cannot come back on " + draft.request().businessDate());
            return false;
        }
        Source source = named.source();
        if (quantity.compareTo(source.open()) > 0) {
            draft.refuse(line, "returns-too-much", "returning " + quantity + " units of " + draft.name(place) + ", but of "
                    + source.size() + " " + was + " " + source.returned() + " are returned already");
            return false;
        }
        return true;
    }
}
