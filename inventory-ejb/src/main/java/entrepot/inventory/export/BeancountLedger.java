package entrepot.inventory.export;

import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * For Beancount: goods come as lots at their final cost in the order of business dates, and leave by Beancount's own FIFO or
 * LIFO ({@code {}}). Each transaction states our cost, so a booking that finds another one does not balance and is refused.
 * What its lots cannot say is written beside them: see {@link #NOTE}.
 */
final class BeancountLedger extends LedgerFormat {

    private static final String EARLIER = "Equity:Earlier-results";
    private static final String OPENING = "Equity:Opening-balances";
    private static final String ADJUST = ":Adjust";
    private static final String NOTE = """
            ; Goods are lots at final cost: what was learnt of them later is in the lot from its first day. They leave by the
            ; booking method of their account:
            ;   :Fifo, :Lifo   Beancount's own. A lot is named only where the book did not follow the flow (a return to its own
            ;                  supplier, an undone receipt), or where lots of one day are taken last first, as LIFO takes them.
            ;   :Average       of an average or standard cost, which Beancount cannot book: at the cost that the book gives.
            ;   :Short         gone before they came, at the provisional cost of the book.
            ;   :Adjust        in money: pennies by which a unit cost of 10.00 / 3 differs from the value left, and value that
            ;                  moved without goods (revaluation, a charge on what is still on hand, a true-up).
            """;

    private final Period period;
    private final Money nothing;
    private final Map<String, ChartLine> chart = new HashMap<>();
    private final Map<String, Money> money = new TreeMap<>();
    private final Set<String> opened = new TreeSet<>();
    private final BeanGoods goods;

    BeancountLedger(Period period, List<ChartLine> chart, Money nothing) {
        super(period);
        this.period = period;
        this.nothing = nothing;
        this.goods = new BeanGoods(nothing);
        chart.forEach(account -> this.chart.put(account.code(), account));
    }

    @Override
    public String head() {
        String currency = nothing.currency().getCurrencyCode();
        String twoUnits = BigDecimal.valueOf(2, nothing.currency().getDefaultFractionDigits()).toPlainString();
        return "; " + period.title() + "\n" + NOTE + "\noption \"title\" " + Beans.text(period.title())
                + "\noption \"operating_currency\" \"" + currency + "\""
                + "\noption \"inferred_tolerance_multiplier\" \"2\""
                + "\noption \"inferred_tolerance_default\" \"" + currency + ":" + twoUnits + "\"\n";
    }

    @Override
    String booked(LedgerEntry entry) {
        StringBuilder text = new StringBuilder();
        BeanGoods.Underway underway = new BeanGoods.Underway();
        List<LedgerEntry.Goods> leavingFirst = new ArrayList<>(entry.goods());
        leavingFirst.sort(Comparator.comparing(LedgerEntry.Goods::quantity));
        for (LedgerEntry.Goods moved : leavingFirst) {
            String account = account(moved.pool());
            money(account + ADJUST, goods.move(entry.day(), account, moved, underway, text), text);
        }
        for (LedgerEntry.Amount amount : entry.amounts()) {
            money(chart.get(amount.account()).beancount(), amount.amount(), text);
        }
        return text.length() == 0 ? "" : "\n" + entry.day() + " * " + Beans.text(entry.story()) + "\n  posting: \""
                + entry.posting() + "\"\n" + text;
    }

    private String account(LedgerEntry.Pool pool) {
        return chart.get(pool.account()).beancount() + ":" + (pool.place() == null ? "Company" : Beans.part(pool.place()));
    }

    private void money(String account, Money amount, StringBuilder text) {
        if (!amount.isZero()) {
            text.append(line(account, amount));
            money.merge(account, amount, Money::plus);
        }
    }

    private String line(String account, Money amount) {
        opened.add(account);
        return "  " + account + "  " + Beans.amount(amount) + "\n";
    }

    /** Each shelf by itself, so that the fractions of a penny in its lots need not balance all together. */
    @Override
    String opening(LocalDate eve) {
        StringBuilder text = new StringBuilder();
        money.keySet().removeIf(account -> account.endsWith(ADJUST));
        goods.shelves().forEach((key, shelf) -> {
            shelf.reopen();
            money.merge(key.account() + ADJUST, shelf.adjusted(), Money::plus);
            String lines = goods.held(key, shelf);
            text.append(lines.isEmpty() && shelf.value().isZero() ? "" : opening(eve, lines, key.account(), shelf));
        });
        money.keySet().stream().filter(BeancountLedger::isOfResult).toList()
                .forEach(account -> money.merge(EARLIER, money.remove(account), Money::plus));
        money.values().removeIf(Money::isZero);
        StringBuilder lines = new StringBuilder();
        money.forEach((account, amount) -> lines.append(account.endsWith(ADJUST) ? "" : line(account, amount)));
        goods.countAnew();
        return text + (lines.length() == 0 ? "" : transaction(eve, lines + line(OPENING, goods.worth())));
    }

    private String opening(LocalDate eve, String lines, String account, LotShelf shelf) {
        String adjusted = shelf.adjusted().isZero() ? "" : line(account + ADJUST, shelf.adjusted());
        return transaction(eve, lines + adjusted + line(OPENING, shelf.value().negated()));
    }

    private static String transaction(LocalDate eve, String lines) {
        return "\n" + eve + " * \"opening balances\"\n" + lines;
    }

    private static boolean isOfResult(String account) {
        return account.startsWith("Income:") || account.startsWith("Expenses:");
    }

    /** Beancount asserts what holds when a day begins. */
    @Override
    String balances(LocalDate day) {
        StringBuilder text = new StringBuilder("\n; goods are worth ").append(Beans.amount(goods.worth()))
                .append(" at the end of ").append(day).append('\n');
        String next = day.plusDays(1) + " balance ";
        money.forEach((account, amount) -> text.append(next).append(account).append("  ").append(Beans.amount(amount)).append('\n'));
        return text + (day.equals(period.to()) ? goods.balances(next) : "");
    }

    @Override
    String foot() {
        StringBuilder text = new StringBuilder("\n");
        opened.forEach(account -> text.append("1970-01-01 open ").append(account).append('\n'));
        return text + goods.declared();
    }
}
