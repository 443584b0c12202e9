package entrepot.inventory.retail;

import entrepot.kernel.Money;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of all rows, counted; adds up to the rows in the files. */
public final class RowAccount {

    /** @param units without sign; @param amount price times quantity, negative when taken back */
    public record Sum(long rows, long units, Money amount) {

        static final Sum NONE = new Sum(0, 0, Money.zero(RetailRow.CURRENCY));

        private Sum plus(RetailLine line) {
            return line.isBroken()
                    ? new Sum(rows + 1, units, amount)
                    : new Sum(rows + 1, units + line.row().units(), amount.plus(line.row().amount()));
        }
    }

    public record Entry(Fate fate, Sum sum) {}

    private final Map<Fate, Sum> sums = new EnumMap<>(Fate.class);
    private final Map<String, Sum> codes = new TreeMap<>();

    public void add(SortedRow row) {
        sums.merge(row.fate(), Sum.NONE.plus(row.line()), (sum, one) -> sum.plus(row.line()));
        if (row.fate() == Fate.NOT_A_STOCK_ITEM) {
            codes.merge(row.row().sku(), Sum.NONE.plus(row.line()), (sum, one) -> sum.plus(row.line()));
        }
    }

    /** Every fate, in their order, those without rows too. */
    public List<Entry> entries() {
        return Arrays.stream(Fate.values()).map(fate -> new Entry(fate, of(fate))).toList();
    }

    public Sum of(Fate fate) {
        return sums.getOrDefault(fate, Sum.NONE);
    }

    /** The codes that are no stock items, each with its rows. */
    public Map<String, Sum> codes() {
        return Map.copyOf(codes);
    }

    public long rows() {
        return sums.values().stream().mapToLong(Sum::rows).sum();
    }

    public long posted() {
        return entries().stream().filter(entry -> entry.fate().isPosted()).mapToLong(entry -> entry.sum().rows()).sum();
    }
}
