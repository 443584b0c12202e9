package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostRun;
import entrepot.inventory.valuation.Regrouping;
import entrepot.inventory.valuation.Worth;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings what goes over to what it would be worth had it always been valued together so: the oldest unit to what the oldest
 * would be worth, and so on. What was made of such goods is brought along. The difference is opening equity of the day, and what it is of each
 * month is told.
 */
final class Restatement {

    /** As the number of a layer is kept. */
    private static final int DIGITS = 6;

    private final Draft draft;
    private final Map<ItemId, Integer> lines = new HashMap<>();

    Restatement(Draft draft) {
        this.draft = draft;
        List<StockLine> asked = draft.request().stock();
        for (int line = 0; line < asked.size(); line++) {
            if (asked.get(line) instanceof StockLine.ChangeScope change && change.isRetrospective() && !isStandard(change.item())) {
                lines.put(change.item(), line);
            }
        }
    }

    /** A unit counts at its standard wherever it is valued. */
    private boolean isStandard(ItemId item) {
        return draft.facts(item).policy().flow() == CostFlow.STANDARD;
    }

    void carryOut() {
        if (lines.isEmpty() || isRefused()) {
            return;
        }
        CostRun now = draft.tried();
        CostRun ever = draft.regrouped(lines.keySet());
        Map<Stock.Place, CostPool> pools = new HashMap<>();
        ever.pools().forEach((number, pool) -> pools.put(draft.placeOf(number), pool));
        now.pools().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(one -> restate(draft.placeOf(one.getKey()), one.getValue(), pools));
        draft.tell(comparatives(ever));
    }

    private void restate(Stock.Place pool, CostPool held, Map<Stock.Place, CostPool> ever) {
        if (held.layers().isEmpty() || isStandard(pool.item())) {
            return;
        }
        List<Money> differences = Regrouping.differences(held, ever.get(pool));
        if (!lines.containsKey(pool.item())) {
            Money all = differences.stream().reduce(Money::plus).orElseThrow();
            restate(pool, all, null);
            return;
        }
        for (int layer = 0; layer < differences.size(); layer++) {
            restate(pool, differences.get(layer), BigDecimal.valueOf(layer + 1L).setScale(DIGITS));
        }
    }

    private void restate(Stock.Place pool, Money amount, BigDecimal layer) {
        int line = lines.getOrDefault(pool.item(), lines.values().stream().min(Integer::compare).orElseThrow());
        if (!amount.isZero()) {
            draft.enter(line, draft.setting().placeIn(pool, draft.request().stock().get(line).location()), Quantity.ZERO, Basis.RESTATED)
                    .in(pool).stating(amount).at(layer).against(AccountRole.OPENING_EQUITY);
        }
    }

    private List<Comparative> comparatives(CostRun ever) {
        Map<ItemId, Map<YearMonth, Money>> changes = new TreeMap<>();
        for (History.Past past : draft.pasts()) {
            Map<YearMonth, Money> months = changes.computeIfAbsent(past.movement().item(), fresh -> new TreeMap<>());
            Worth worth = ever.worths().get(past.movement().id());
            if (worth != null) {
                worth.days().forEach((day, amount) -> months.merge(YearMonth.from(day), amount, Money::plus));
            }
            past.worth().forEach((day, amount) -> months.merge(YearMonth.from(day), amount.negated(), Money::plus));
        }
        List<Comparative> told = new ArrayList<>();
        changes.forEach((item, months) -> months.forEach((month, change) -> {
            if (!change.isZero()) {
                told.add(new Comparative(item, month, change));
            }
        }));
        return told;
    }

    // What was made of the goods

    private boolean isRefused() {
        Set<ItemId> asked = draft.request().stock().stream().map(StockLine::item).collect(Collectors.toSet());
        Set<ItemId> made = draft.pasts().stream().map(past -> past.movement().item()).filter(item -> !asked.contains(item)).collect(Collectors.toSet());
        for (ItemId item : made) {
            LocalDate last = draft.poolsOf(item).stream().map(pool -> draft.held(pool).lastDate()).filter(Objects::nonNull)
                    .max(LocalDate::compareTo).orElse(LocalDate.MIN);
            if (!last.isBefore(draft.request().businessDate())) {
                draft.refuse(-1, "moved-since", draft.facts(item).sku() + " is made of it and moved on " + last + ": date this change after that");
            } else if (wasRestated(item) && lines.keySet().stream().anyMatch(changed -> draft.facts(changed).isRescoped())) {
                draft.refuse(-1, "restated-before", draft.facts(item).sku() + " is made of it and was restated with an earlier change: another can be"
                        + " from a day on only");
            }
        }
        return !draft.refusals().isEmpty();
    }

    private boolean wasRestated(ItemId item) {
        return draft.pasts().stream().anyMatch(past -> past.movement().item().equals(item) && past.movement().basis() == Basis.RESTATED);
    }
}
