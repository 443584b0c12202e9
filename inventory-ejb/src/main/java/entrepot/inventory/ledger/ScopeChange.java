package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is on hand of an item goes over from the pools it is valued in to those it is valued in from now on, place by place,
 * as old as it is and at what it is worth.
 */
final class ScopeChange {

    private final Draft draft;

    ScopeChange(Draft draft) {
        this.draft = draft;
    }

    void carryOut(int line, StockLine.ChangeScope change) {
        if (!isRefused(line, change)) {
            Set<Stock.Place> entered = new HashSet<>();
            draft.placesOf(change.item()).stream().filter(this::goesOver).forEach(place -> goOver(line, place, entered));
        }
    }

    private boolean goesOver(Stock.Place place) {
        return !from(place).equals(to(place));
    }

    private Stock.Place from(Stock.Place place) {
        return draft.before().poolOf(place);
    }

    private Stock.Place to(Stock.Place place) {
        return draft.setting().poolOf(place);
    }

    private void goOver(int line, Stock.Place place, Set<Stock.Place> entered) {
        if (isStandard(place.item()) && entered.add(to(place))) {
            draft.enter(line, place, Quantity.ZERO, Basis.SET_STANDARD).at(standard(from(place))).against(AccountRole.REVALUATION);
        }
        Quantity lying = draft.lying(place);
        if (!lying.isZero()) {
            long pair = draft.pair();
            draft.enter(line, place, lying.negated(), Basis.GOES_OVER).in(from(place)).pairedBy(pair).against(AccountRole.INVENTORY);
            draft.enter(line, place, lying, Basis.COMES_OVER).pairedBy(pair).against(AccountRole.INVENTORY);
        }
    }

    private boolean isStandard(ItemId item) {
        return draft.facts(item).policy().flow() == CostFlow.STANDARD;
    }

    private BigDecimal standard(Stock.Place pool) {
        return draft.held(pool).cost().unitCost();
    }

    // Refusals

    private boolean isRefused(int line, StockLine.ChangeScope change) {
        ItemFacts item = draft.facts(change.item());
        List<Stock.Place> pools = draft.poolsOf(change.item());
        LocalDate day = draft.request().businessDate();
        if (item.scope() == change.becomes()) {
            return refuse(line, "no-change", item.sku() + " is valued by " + item.scope() + " already");
        }
        if (item.isBeforeItsScope(day)) {
            return refuse(line, "changed-since", item.sku() + " is valued by " + item.scope() + " since " + item.scopes().lastKey()
                    + ": date this change then or later");
        }
        LocalDate last = pools.stream().map(pool -> draft.held(pool).lastDate()).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
        if (last != null && last.isAfter(day)) {
            return refuse(line, "moved-since", item.sku() + " moved on " + last + ": date this change that day or later");
        }
        if (change.isRetrospective() && day.equals(last)) {
            return refuse(line, "moved-since", item.sku() + " moved on " + last + ", and opening equity is of the beginning of a day: date this"
                    + " change a day on which it has not moved yet");
        }
        if (pools.stream().anyMatch(pool -> !draft.held(pool).cost().shortages().isEmpty())
                || draft.placesOf(change.item()).stream().anyMatch(place -> draft.lying(place).compareTo(Quantity.ZERO) < 0)) {
            return refuse(line, "below-zero", "more left of " + item.sku() + " than came: receive or count what is missing first");
        }
        return isStandard(change.item()) && standardsDiffer(line, change);
    }

    private boolean standardsDiffer(int line, StockLine.ChangeScope change) {
        for (Stock.Place one : draft.placesOf(change.item())) {
            for (Stock.Place other : draft.placesOf(change.item())) {
                boolean together = goesOver(one) && goesOver(other) && to(one).equals(to(other));
                if (together && standard(from(one)).compareTo(standard(from(other))) != 0) {
                    return refuse(line, "standards-differ", draft.name(one) + " counts at " + standard(from(one)) + " and " + draft.name(other)
                            + " at " + standard(from(other)) + ": set one standard for both first");
                }
            }
        }
        return false;
    }

    private boolean refuse(int line, String code, String detail) {
        draft.refuse(line, code, detail);
        return true;
    }
}
