package entrepot.inventory.export;

import entrepot.inventory.export.LedgerEntry.Amount;
import entrepot.inventory.export.LedgerEntry.Goods;
import entrepot.inventory.export.LedgerEntry.Pool;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Puts rows together to entries: one for each line of a posting and day; where those do not balance, one for all lines. */
public final class LedgerEntries {

    private final Consumer<LedgerEntry> taker;
    private final Money nothing;
    private final List<LedgerRow> open = new ArrayList<>();
    private final Map<Long, String> accounts = new HashMap<>();

    public LedgerEntries(Money nothing, Consumer<LedgerEntry> taker) {
        this.nothing = nothing;
        this.taker = taker;
    }

    private record Place(long pool, String account, long item) {}

    /** Rows of a posting and day one after the other, its lines in order. */
    public void add(LedgerRow row) {
        if (!open.isEmpty() && !(open.get(0).day().equals(row.day()) && open.get(0).seq() == row.seq())) {
            end();
        }
        open.add(row);
    }

    public void end() {
        Map<Integer, List<LedgerRow>> lines = new TreeMap<>();
        open.forEach(row -> lines.computeIfAbsent(row.line(), fresh -> new ArrayList<>()).add(row));
        if (lines.values().stream().allMatch(rows -> sum(rows).isZero())) {
            lines.values().forEach(this::entry);
        } else {
            entry(open);
        }
        open.clear();
    }

    private Money sum(List<LedgerRow> rows) {
        return rows.stream().map(LedgerRow::amount).reduce(nothing, Money::plus);
    }

    private void entry(List<LedgerRow> rows) {
        if (!sum(rows).isZero()) {
            throw new IllegalStateException("posting " + rows.get(0).posting() + " is out of balance on " + rows.get(0).day() + " by " + sum(rows));
        }
        Map<Place, Goods> goods = new LinkedHashMap<>();
        Map<String, Money> amounts = new TreeMap<>();
        for (LedgerRow row : rows) {
            if (row.isGoods()) {
                goods.merge(new Place(row.pool(), account(row, rows), row.item()), goods(row, rows), LedgerEntries::plus);
            } else {
                amounts.merge(row.account(), row.amount(), Money::plus);
            }
        }
        amounts.values().removeIf(Money::isZero);
        goods.values().removeIf(moved -> moved.quantity().isZero() && moved.value().isZero());
        LedgerRow first = rows.get(0);
        taker.accept(new LedgerEntry(first.day(), first.posting(), first.kind(), first.reference(),
                amounts.entrySet().stream().map(one -> new Amount(one.getKey(), one.getValue())).toList(), List.copyOf(goods.values())));
    }

    private Goods goods(LedgerRow row, List<LedgerRow> rows) {
        return new Goods(new Pool(row.pool(), account(row, rows), row.place()), row.goods(), row.movement(), row.takesFrom(), row.arrives(),
                row.quantity(), row.amount());
    }

    private static Goods plus(Goods one, Goods other) {
        Goods first = one.quantity().isZero() ? other : one;
        return new Goods(first.pool(), first.item(), first.movement(), first.from(), first.arrives(),
                one.quantity().plus(other.quantity()), one.value().plus(other.value()));
    }

    /** Where goods were worth nothing no line says the account: it is the one the pool had before. */
    private String account(LedgerRow row, List<LedgerRow> rows) {
        if (row.account() != null) {
            accounts.put(row.pool(), row.account());
            return row.account();
        }
        return rows.stream().filter(other -> other.stock() && row.pool().equals(other.pool())).map(LedgerRow::account).findFirst()
                .orElseGet(() -> accounts.getOrDefault(row.pool(), row.otherwise()));
    }
}
