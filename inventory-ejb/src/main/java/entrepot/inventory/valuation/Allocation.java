package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Splits one charge over lines, by their value, weight, volume or quantity. */
public final class Allocation {

    private Allocation() {}

    /**
     * Each line takes its share to the minor unit, half up; the last with a basis takes what is left, so that the parts add
     * up to the whole. No part has another sign than the whole.
     *
     * @param bases of each line, none negative, not all zero
     */
    public static List<Money> split(Money charge, List<BigDecimal> bases) {
        BigDecimal all = bases.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() <= 0 || bases.stream().anyMatch(basis -> basis.signum() < 0)) {
            throw new IllegalArgumentException("cannot split by " + bases + ": at least one must be above zero, and none below");
        }
        int last = lastWithBasis(bases);
        Money open = charge;
        List<Money> parts = new ArrayList<>();
        for (int line = 0; line < bases.size(); line++) {
            Money part = line == last ? open : nearer(share(charge, bases.get(line), all), open);
            parts.add(part);
            open = open.minus(part);
        }
        return parts;
    }

    private static Money share(Money charge, BigDecimal basis, BigDecimal all) {
        BigDecimal exact = BigDecimal.valueOf(charge.minor()).multiply(basis);
        return new Money(exact.divide(all, 0, RoundingMode.HALF_UP).longValueExact(), charge.currency());
    }

    /** Whichever of the two is closer to zero: many small roundings up must not take more than there is. */
    private static Money nearer(Money share, Money open) {
        return Math.abs(share.minor()) <= Math.abs(open.minor()) ? share : open;
    }

    private static int lastWithBasis(List<BigDecimal> bases) {
        int last = bases.size() - 1;
        while (bases.get(last).signum() == 0) {
            last--;
        }
        return last;
    }
}
