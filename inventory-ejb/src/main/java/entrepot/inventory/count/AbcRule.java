package entrepot.inventory.count;

import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes by value of usage: items in falling order, A up to the first share of all usage, B up to the second.
 *
 * @param a share of the value of all usage, in (0, 1)
 * @param b share for A and B together, above {@code a}
 */
public record AbcRule(BigDecimal a, BigDecimal b) {

    /** What of an item was used, at cost. */
    public record Usage(ItemId item, Money value) {}

    public AbcRule {
        if (a.signum() <= 0 || a.compareTo(b) >= 0 || b.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("shares " + a + " and " + b + " must rise between 0 and 1");
        }
    }

    /** An item belongs where its first penny falls, so the greatest is always an A; what is not used is a C. */
    public Map<ItemId, AbcClass> classes(List<Usage> usages) {
        BigDecimal all = usages.stream().map(AbcRule::used).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<ItemId, AbcClass> classes = new LinkedHashMap<>();
        BigDecimal before = BigDecimal.ZERO;
        List<Usage> falling = usages.stream()
                .sorted(Comparator.comparing(AbcRule::used).reversed().thenComparing(Usage::item)).toList();
        for (Usage usage : falling) {
            BigDecimal used = used(usage);
            classes.put(usage.item(), at(before, all));
            before = before.add(used);
        }
        return classes;
    }

    private AbcClass at(BigDecimal before, BigDecimal all) {
        if (before.compareTo(all.multiply(a)) < 0) {
            return AbcClass.A;
        }
        return before.compareTo(all.multiply(b)) < 0 ? AbcClass.B : AbcClass.C;
    }

    private static BigDecimal used(Usage usage) {
        return usage.value().decimal().max(BigDecimal.ZERO);
    }
}
