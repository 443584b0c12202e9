package entrepot.inventory.export;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For hledger: goods are commodities with the cost that our book gives them, whatever the costing method, so that
 * {@code hledger balance --cost} is our stock value on any day. hledger books no lots of its own.
 */
final class HledgerLedger extends LedgerFormat {

    private static final String EARLIER = "equity:earlier-results";

    private final Period period;
    private final Money nothing;
    private final Map<String, ChartLine> chart = new HashMap<>();
    private final Map<String, Money> money = new TreeMap<>();
    private final Map<Shelf, Held> goods = new TreeMap<>();

    private record Shelf(String account, String sku) implements Comparable<Shelf> {
        @Override
        public int compareTo(Shelf other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : sku.compareTo(other.sku);
        }
    }

    /** @param quantity with what it cost, as far as hledger knows a cost of goods */
    private record Held(Quantity quantity, Money cost) {
        private Held plus(Held more) {
            return new Held(quantity.plus(more.quantity), cost.plus(more.cost));
        }
    }

    HledgerLedger(Period period, List<ChartLine> chart, Money nothing) {
        super(period);
        this.period = period;
        this.nothing = nothing;
        chart.forEach(account -> this.chart.put(account.code(), account));
    }

    @Override
    public String head() {
        StringBuilder text = new StringBuilder("; ").append(period.title()).append('\n')
                .append("; Stock on any day at cost: hledger balance --cost -e DAY, in the accounts of inventory.\n\n");
        chart.values().stream().sorted(Comparator.comparing(ChartLine::code)).forEach(account ->
                text.append("account ").append(account.hledger()).append("  ; ").append(Beans.comment(account.name())).append('\n'));
        return text.toString();
    }

    @Override
    String booked(LedgerEntry entry) {
        StringBuilder text = new StringBuilder();
        for (LedgerEntry.Goods moved : entry.goods()) {
            goods(moved, text);
        }
        for (LedgerEntry.Amount amount : entry.amounts()) {
            money(chart.get(amount.account()).hledger(), amount.amount(), text);
        }
        return text.length() == 0 ? "" : "\n" + entry.day() + " * " + HledgerJournal.description(entry.story())
                + "  ; posting: " + entry.posting() + "\n" + text;
    }

    /** Value of another sign than the quantity cannot be its cost: it stands beside it. */
    private void goods(LedgerEntry.Goods moved, StringBuilder text) {
        String account = account(moved.pool());
        boolean fits = !moved.quantity().isZero() && moved.value().isNegative() != moved.quantity().isPositive();
        Money cost = fits ? moved.value() : nothing;
        if (!moved.quantity().isZero()) {
            text.append(line(account, position(moved.item().sku(), moved.quantity(), cost)));
            goods.merge(new Shelf(account, moved.item().sku()), new Held(moved.quantity(), cost), Held::plus);
        }
        money(account, moved.value().minus(cost), text);
    }

    private void money(String account, Money amount, StringBuilder text) {
        if (!amount.isZero()) {
            text.append(line(account, Beans.amount(amount)));
            money.merge(account, amount, Money::plus);
        }
    }

    private String account(LedgerEntry.Pool pool) {
        return chart.get(pool.account()).hledger() + ":" + (pool.place() == null ? "company" : pool.place());
    }

    private static String position(String sku, Quantity quantity, Money cost) {
        return Beans.number(quantity.decimal()) + " \"" + sku + "\" @@ " + Beans.amount(cost.isNegative() ? cost.negated() : cost);
    }

    private static String line(String account, String amount) {
        return "    " + account + "  " + amount + "\n";
    }

    @Override
    String opening(LocalDate eve) {
        StringBuilder text = new StringBuilder();
        goods.forEach((shelf, held) -> {
            boolean fits = held.quantity().isZero() || held.cost().isNegative() != held.quantity().isPositive();
            Money cost = fits && !held.quantity().isZero() ? held.cost() : nothing;
            if (!held.quantity().isZero()) {
                text.append(line(shelf.account(), position(shelf.sku(), held.quantity(), cost)));
            }
            if (!held.cost().equals(cost)) {
                money.merge(shelf.account(), held.cost().minus(cost), Money::plus);
            }
        });
        goods.values().removeIf(held -> held.quantity().isZero());
        money.keySet().stream().filter(HledgerLedger::isOfResult).toList()
                .forEach(account -> money.merge(EARLIER, money.remove(account), Money::plus));
        money.values().removeIf(Money::isZero);
        money.forEach((account, amount) -> text.append(line(account, Beans.amount(amount))));
        return text.length() == 0 ? "" : "\n" + eve + " * opening balances\n" + text;
    }

    private static boolean isOfResult(String account) {
        return account.startsWith("income:") || account.startsWith("expenses:");
    }

    @Override
    String balances(LocalDate day) {
        StringBuilder text = new StringBuilder();
        money.forEach((account, amount) -> text.append(line(account, Beans.amount(nothing) + " = " + Beans.amount(amount))));
        if (day.equals(period.to())) {
            goods.forEach((shelf, held) -> text.append(line(shelf.account(),
                    "0 \"" + shelf.sku() + "\" = " + Beans.number(held.quantity().decimal()) + " \"" + shelf.sku() + "\"")));
        }
        return text.length() == 0 ? "" : "\n" + day + " * balances\n" + text;
    }

    @Override
    String foot() {
        return "";
    }
}
