package entrepot.trading.portfolio;

import java.util.Arrays;

/**
 * What is held of one thing, by lots as they came. A lot keeps the value that is left, not a unit cost, so what is given up and what
 * stays always add up to what came, and the last unit takes the last cent.
 */
public final class TaxLots {

    private final LotMethod method;
    private long[] units = new long[4];
    private long[] values = new long[4];
    private int first;
    private int end;
    private long totalUnits;
    private long totalValue;

    public TaxLots(LotMethod method) {
        this.method = method;
    }

    /** Millionths. */
    public long units() {
        return totalUnits;
    }

    /** Minor units: what is left of what the lots came for. */
    public long value() {
        return totalValue;
    }

    public int lots() {
        return end - first;
    }

    /** @param more millionths, above zero; @param value minor units */
    public void add(long more, long value) {
        if (more <= 0) {
            throw new IllegalArgumentException("a lot of " + more + " millionths, must be above 0");
        }
        totalUnits = Math.addExact(totalUnits, more);
        totalValue = Math.addExact(totalValue, value);
        if (method == LotMethod.AVERAGE && end > first) {
            units[first] = totalUnits;
            values[first] = totalValue;
            return;
        }
        if (end == units.length) {
            makeRoom();
        }
        units[end] = more;
        values[end++] = value;
    }

    /** @return minor units that go with them; @throws IllegalArgumentException where there are fewer */
    public long relieve(long wanted) {
        if (wanted < 0 || wanted > totalUnits) {
            throw new IllegalArgumentException("wanted " + wanted + " millionths of a unit, held " + totalUnits);
        }
        long left = wanted;
        long relieved = 0;
        while (left > 0) {
            int lot = next();
            long taken = Math.min(left, units[lot]);
            long value = taken == units[lot] ? values[lot] : Exact.share(values[lot], taken, units[lot]);
            units[lot] -= taken;
            values[lot] -= value;
            left -= taken;
            relieved += value;
            if (units[lot] == 0) {
                remove(lot);
            }
        }
        totalUnits -= wanted;
        totalValue -= relieved;
        return relieved;
    }

    private int next() {
        return switch (method) {
            case FIFO, AVERAGE -> first;
            case LIFO -> end - 1;
            case HIFO -> extreme(true);
            case LOFO -> extreme(false);
        };
    }

    private int extreme(boolean highest) {
        int found = first;
        for (int lot = first + 1; lot < end; lot++) {
            boolean better = highest
                    ? Exact.less(values[found], units[lot], values[lot], units[found])
                    : Exact.less(values[lot], units[found], values[found], units[lot]);
            found = better ? lot : found;
        }
        return found;
    }

    private void remove(int lot) {
        if (lot == first) {
            first++;
        } else {
            System.arraycopy(units, lot + 1, units, lot, end - lot - 1);
            System.arraycopy(values, lot + 1, values, lot, end - lot - 1);
            end--;
        }
        if (first == end) {
            first = 0;
            end = 0;
        }
    }

    private void makeRoom() {
        int count = end - first;
        int length = 2 * count > units.length ? 2 * units.length : units.length;
        units = Arrays.copyOf(Arrays.copyOfRange(units, first, end), length);
        values = Arrays.copyOf(Arrays.copyOfRange(values, first, end), length);
        first = 0;
        end = count;
    }
}
