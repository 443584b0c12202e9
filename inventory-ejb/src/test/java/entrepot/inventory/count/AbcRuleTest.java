package entrepot.inventory.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AbcRuleTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final AbcRule RULE = new AbcRule(new BigDecimal("0.80"), new BigDecimal("0.95"));

    @Test
    void theFewThatAreMostOfTheUsageAreA() {
        var classes = RULE.classes(List.of(usage(1, 70_00), usage(2, 15_00), usage(3, 9_00), usage(4, 4_00), usage(5, 2_00)));
        assertThat(classes.values()).containsExactly(AbcClass.A, AbcClass.A, AbcClass.B, AbcClass.B, AbcClass.C);
    }

    @Test
    void whatIsNotUsedIsC() {
        assertThat(RULE.classes(List.of(usage(1, 0), usage(2, -5_00)))).containsValues(AbcClass.C).doesNotContainValue(AbcClass.A);
    }

    @Test
    void theGreatestIsAnAHoweverGreat() {
        assertThat(RULE.classes(List.of(usage(7, 99_00), usage(8, 1_00)))).containsEntry(new ItemId(7), AbcClass.A)
                .containsEntry(new ItemId(8), AbcClass.C);
    }

    @Test
    void sharesRiseBetweenZeroAndOne() {
        assertThatThrownBy(() -> new AbcRule(new BigDecimal("0.9"), new BigDecimal("0.9"))).hasMessageContaining("must rise");
    }

    /** No class has an item that was used more than one of the class before, and no class could do with an item less. */
    @Test
    void classesFallWithUsageAndAreAsSmallAsTheirShareAllows() {
        long seed = 20_261_126;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<AbcRule.Usage> usages = new ArrayList<>();
            for (int item = 0; item < 1 + random.nextInt(40); item++) {
                usages.add(usage(item, random.nextInt(4) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 14)));
            }
            Map<ItemId, AbcClass> classes = RULE.classes(usages);
            long all = usages.stream().mapToLong(usage -> usage.value().minor()).sum();
            for (AbcRule.Usage one : usages) {
                AbcClass own = classes.get(one.item());
                usages.stream().filter(other -> classes.get(other.item()).compareTo(own) > 0)
                        .forEach(other -> assertThat(other.value().minor()).as("seed " + seed).isLessThanOrEqualTo(one.value().minor()));
            }
            assertThat(withoutLeast(usages, classes, AbcClass.A)).as("seed " + seed).isLessThanOrEqualTo(all * 8 / 10);
            assertThat(classes).as("seed " + seed).hasSameSizeAs(usages);
        }
    }

    private static long withoutLeast(List<AbcRule.Usage> usages, Map<ItemId, AbcClass> classes, AbcClass of) {
        long[] own = usages.stream().filter(usage -> classes.get(usage.item()) == of).mapToLong(usage -> usage.value().minor()).sorted().toArray();
        long sum = 0;
        for (int place = 1; place < own.length; place++) {
            sum += own[place];
        }
        return sum;
    }

    private static AbcRule.Usage usage(long item, long minor) {
        return new AbcRule.Usage(new ItemId(item), new Money(minor, GBP));
    }
}
