package entrepot.inventory.ledger;

import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.Sku;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the ledger needs to know of an item.
 *
 * @param scopes by the day from which each counts, the first from the beginning
 * @param turned whether it came to its terms prospectively, so that earlier days are costed by others
 * @param pieces of catch-weight goods, else null
 */
public record ItemFacts(
        Sku sku, CostPolicy policy, long category, boolean active, Tracking tracking, SortedMap<LocalDate, CostingScope> scopes, boolean turned,
        PieceSize pieces) {

    public static final LocalDate BEGINNING = LocalDate.of(1000, 1, 1);

    private static final Map<CostingScope, SortedMap<LocalDate, CostingScope>> EVER = Arrays.stream(CostingScope.values()).collect(
            Collectors.toMap(scope -> scope, scope -> Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(BEGINNING, scope)))));

    /** Of an item that is not kept by lot. */
    public ItemFacts(Sku sku, CostPolicy policy, long category, boolean active) {
        this(sku, policy, category, active, Tracking.NONE, ever(CostingScope.LOCATION), false, null);
    }

    ItemFacts with(CostPolicy other) {
        return new ItemFacts(sku, other, category, active, tracking, scopes, turned, pieces);
    }

    ItemFacts scopedFrom(LocalDate day, CostingScope scope) {
        SortedMap<LocalDate, CostingScope> more = new TreeMap<>(scopes);
        more.put(day, scope);
        return scoped(more);
    }

    public ItemFacts scoped(SortedMap<LocalDate, CostingScope> others) {
        return new ItemFacts(sku, policy, category, active, tracking, others, turned, pieces);
    }

    ItemFacts turningTo(CostTerms terms) {
        return new ItemFacts(sku, policy.with(terms), category, active, tracking, scopes, true, pieces);
    }

    /** Of an item whose scope never changed. */
    public static SortedMap<LocalDate, CostingScope> ever(CostingScope scope) {
        return EVER.get(scope);
    }

    /** Whether each lot of it is valued by itself. */
    boolean isByLot() {
        return policy.flow() == CostFlow.SPECIFIC;
    }

    /** What is valued together of it now. */
    CostingScope scope() {
        return scopes.get(scopes.lastKey());
    }

    CostingScope scopeOn(LocalDate day) {
        return scopes.get(scopes.headMap(day.plusDays(1)).lastKey());
    }

    /** Whether {@code day} is before its last change of scope. */
    boolean isBeforeItsScope(LocalDate day) {
        return day.isBefore(scopes.lastKey());
    }

    /** Whether it was valued otherwise before. */
    boolean isRescoped() {
        return scopes.size() > 1;
    }

    /** The first day that may be costed together with {@code day}. */
    LocalDate costedFrom(LocalDate day) {
        return turned ? AveragePeriod.MONTH.start(day) : policy.period().start(day);
    }
}
