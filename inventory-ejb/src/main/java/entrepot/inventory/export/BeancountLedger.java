package entrepot.inventory.export;

import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
    private final Map<Key, LotShelf> shelves = new TreeMap<>();
    private final Map<Key, LedgerEntry.Item> items = new HashMap<>();
    private final Set<String> opened = new TreeSet<>();
    private final Map<String, String> commodities = new TreeMap<>();
    private int taken;
    private int named;

    /** Goods of an item in an account. */
    private record Key(String account, String commodity) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : commodity.compareTo(other.commodity);
        }
    }

    BeancountLedger(Period period, List<ChartLine> chart, Money nothing) {
        super(period);
        this.period = period;
        this.nothing = nothing;
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
        Map<Long, List<LotShelf.Lot>> leaving = new HashMap<>();
        List<LedgerEntry.Goods> order = new ArrayList<>(entry.goods());
        order.sort(Comparator.comparing(LedgerEntry.Goods::quantity));
        for (LedgerEntry.Goods moved : order) {
            goods(entry.day(), moved, leaving, text);
        }
        for (LedgerEntry.Amount amount : entry.amounts()) {
            money(chart.get(amount.account()).beancount(), amount.amount(), text);
        }
        return text.length() == 0 ? "" : "\n" + entry.day() + " * " + Beans.text(entry.story()) + "\n  posting: \""
                + entry.posting() + "\"\n" + text;
    }

    private void goods(LocalDate day, LedgerEntry.Goods moved, Map<Long, List<LotShelf.Lot>> leaving, StringBuilder text) {
        String account = chart.get(moved.pool().account()).beancount() + ":"
                + (moved.pool().place() == null ? "Company" : Beans.part(moved.pool().place()));
        String commodity = Beans.commodity(moved.item().sku(), moved.item().id(), nothing.currency().getCurrencyCode());
        commodities.putIfAbsent(commodity, moved.item().sku());
        Key key = new Key(account, commodity);
        LotShelf shelf = shelves.computeIfAbsent(key, fresh -> new LotShelf(moved.item().flow(), nothing));
        items.put(key, moved.item());
        Quantity quantity = moved.quantity();
        if (!shelf.hasLots() && !quantity.isZero()) {
            loose(key, shelf, "Average", quantity, moved.value(), text);
        } else if (quantity.isPositive()) {
            come(day, key, shelf, moved, leaving.getOrDefault(moved.item().id(), List.of()), text);
        } else if (!quantity.isZero()) {
            leaving.computeIfAbsent(moved.item().id(), fresh -> new ArrayList<>()).addAll(leave(key, shelf, moved, text));
        }
        money(account + ADJUST, shelf.settle(moved.value()), text);
    }

    // Goods

    private void loose(Key key, LotShelf shelf, String kind, Quantity quantity, Money value, StringBuilder text) {
        boolean fits = value.isNegative() != quantity.isPositive();
        Money cost = !fits ? nothing : value.isNegative() ? value.negated() : value;
        shelf.loose(quantity, cost);
        text.append(line(key.account() + ":" + kind, position(quantity, key) + " {{" + Beans.amount(cost) + "}}"));
    }

    private void come(
            LocalDate day, Key key, LotShelf shelf, LedgerEntry.Goods moved, List<LotShelf.Lot> left, StringBuilder text) {
        Quantity all = left.stream().map(LotShelf.Lot::left).reduce(Quantity.ZERO, Quantity::plus);
        if (moved.arrives() && all.equals(moved.quantity()) && shelf.missing().isZero()) {
            arrive(day, key, shelf, moved.movement(), left, text);
            return;
        }
        Money value = moved.value().isNegative() ? nothing : moved.value();
        Quantity healed = Quantity.smaller(moved.quantity(), shelf.missing());
        Money onThem = value.share(healed.millionths(), moved.quantity().millionths());
        if (healed.isPositive()) {
            loose(key, shelf, "Short", healed, onThem, text);
        }
        Quantity rest = moved.quantity().minus(healed);
        if (rest.isPositive()) {
            Money cost = value.minus(onThem);
            BigDecimal unit = cost.decimal().divide(rest.decimal(), LotShelf.DIGITS);
            LotShelf.Lot lot = new LotShelf.Lot(day, "m" + moved.movement(), unit, rest);
            shelf.come(lot);
            text.append(line(account(key, shelf), position(rest, key) + " {{" + Beans.amount(cost) + ", " + day + ", \"" + lot.label() + "\"}}"));
        }
    }

    /** The lots that left in the same entry, each at the cost it had. */
    private void arrive(LocalDate day, Key key, LotShelf shelf, long movement, List<LotShelf.Lot> left, StringBuilder text) {
        List<LotShelf.Lot> oldestFirst = new ArrayList<>(left);
        if (account(key, shelf).endsWith("Lifo")) {
            Collections.reverse(oldestFirst);
        }
        for (int slice = 0; slice < oldestFirst.size(); slice++) {
            LotShelf.Lot came = oldestFirst.get(slice);
            LotShelf.Lot lot = new LotShelf.Lot(day, "m" + movement + "." + slice, came.unit(), came.left());
            shelf.come(lot);
            text.append(line(account(key, shelf), position(lot.left(), key) + " " + spec(lot)));
        }
    }

    /** @return what it took of each lot */
    private List<LotShelf.Lot> leave(Key key, LotShelf shelf, LedgerEntry.Goods moved, StringBuilder text) {
        Quantity wanted = moved.quantity().negated();
        Quantity there = Quantity.smaller(wanted, shelf.inLots());
        List<LotShelf.Lot> parts = shelf.next(there, moved.from());
        if (there.isPositive()) {
            boolean own = parts.equals(shelf.byItsOwnBooking(there));
            taken++;
            named += own ? 0 : 1;
            if (own) {
                text.append(line(account(key, shelf), position(there.negated(), key) + " {}"));
            } else {
                parts.forEach(part -> text.append(
                        line(account(key, shelf), position(part.left().negated(), key) + " {\"" + part.label() + "\"}")));
            }
            shelf.take(parts);
        }
        if (there.compareTo(wanted) < 0) {
            BigDecimal cost = parts.stream().map(LotShelf.Lot::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
            Money rest = moved.value().plus(Money.rounded(cost, nothing.currency()));
            loose(key, shelf, "Short", there.minus(wanted), rest.isNegative() ? rest : nothing, text);
        }
        return parts;
    }

    private String account(Key key, LotShelf shelf) {
        CostFlow flow = items.get(key).flow();
        return key.account() + ":" + (!shelf.hasLots() ? "Average" : flow == CostFlow.FIFO ? "Fifo" : "Lifo");
    }

    private String spec(LotShelf.Lot lot) {
        return "{" + Beans.number(lot.unit()) + " " + nothing.currency().getCurrencyCode() + ", " + lot.day() + ", \"" + lot.label() + "\"}";
    }

    private static String position(Quantity quantity, Key key) {
        return Beans.number(quantity.decimal()) + " " + key.commodity();
    }

    // Money

    private void money(String account, Money amount, StringBuilder text) {
        if (!amount.isZero()) {
            text.append(line(account, Beans.amount(amount)));
            money.merge(account, amount, Money::plus);
        }
    }

    private String line(String account, String position) {
        opened.add(account);
        return "  " + account + "  " + position + "\n";
    }

    // Periods

    /** Each shelf by itself, so that the fractions of a penny in its lots need not balance all together. */
    @Override
    String opening(LocalDate eve) {
        StringBuilder text = new StringBuilder();
        money.keySet().removeIf(account -> account.endsWith(ADJUST));
        shelves.forEach((key, shelf) -> {
            shelf.reopen();
            money.merge(key.account() + ADJUST, shelf.adjusted(), Money::plus);
            String lines = held(key, shelf);
            text.append(lines.isEmpty() && shelf.value().isZero() ? "" : opening(eve, lines, key.account(), shelf));
        });
        money.keySet().stream().filter(BeancountLedger::isOfResult).toList()
                .forEach(account -> money.merge(EARLIER, money.remove(account), Money::plus));
        money.values().removeIf(Money::isZero);
        StringBuilder lines = new StringBuilder();
        money.forEach((account, amount) ->
                lines.append(account.endsWith(ADJUST) ? "" : line(account, Beans.amount(amount))));
        taken = 0;
        named = 0;
        return text + (lines.length() == 0 ? "" : transaction(eve, lines + line(OPENING, Beans.amount(worth()))));
    }

    private String opening(LocalDate eve, String lines, String account, LotShelf shelf) {
        String adjusted = shelf.adjusted().isZero() ? "" : line(account + ADJUST, Beans.amount(shelf.adjusted()));
        return transaction(eve, lines + adjusted + line(OPENING, Beans.amount(shelf.value().negated())));
    }

    private static String transaction(LocalDate eve, String lines) {
        return "\n" + eve + " * \"opening balances\"\n" + lines;
    }

    private String held(Key key, LotShelf shelf) {
        StringBuilder lines = new StringBuilder();
        shelf.lots().forEach(lot -> lines.append(line(account(key, shelf), position(lot.left(), key) + " " + spec(lot))));
        if (!shelf.looseQuantity().isZero()) {
            Money cost = shelf.looseCost();
            lines.append(line(key.account() + (shelf.hasLots() ? ":Short" : ":Average"), position(shelf.looseQuantity(), key)
                    + " {{" + Beans.amount(cost.isNegative() ? cost.negated() : cost) + "}}"));
        }
        return lines.toString();
    }

    private static boolean isOfResult(String account) {
        return account.startsWith("Income:") || account.startsWith("Expenses:");
    }

    /** Beancount asserts what holds when a day begins. */
    @Override
    String balances(LocalDate day) {
        StringBuilder text = new StringBuilder("\n; goods are worth ").append(Beans.amount(worth())).append(" at the end of ").append(day).append('\n');
        String next = day.plusDays(1) + " balance ";
        money.forEach((account, amount) -> text.append(next).append(account).append("  ").append(Beans.amount(amount)).append('\n'));
        if (day.equals(period.to())) {
            shelves.forEach((key, shelf) -> quantities(key, shelf).forEach((account, quantity) ->
                    text.append(next).append(account).append("  ").append(position(quantity, key)).append('\n')));
        }
        return text.toString();
    }

    private Money worth() {
        return shelves.values().stream().map(LotShelf::value).reduce(nothing, Money::plus);
    }

    private Map<String, Quantity> quantities(Key key, LotShelf shelf) {
        Map<String, Quantity> held = new TreeMap<>();
        held.put(account(key, shelf), shelf.hasLots() ? shelf.inLots() : shelf.looseQuantity());
        if (!shelf.missing().isZero()) {
            held.put(key.account() + ":Short", shelf.looseQuantity());
        }
        held.keySet().retainAll(opened);
        return held;
    }

    @Override
    String foot() {
        StringBuilder text = new StringBuilder("\n");
        opened.forEach(account -> text.append("1970-01-01 open ").append(account).append(booking(account)).append('\n'));
        commodities.forEach((commodity, sku) ->
                text.append("1970-01-01 commodity ").append(commodity).append("\n  sku: \"").append(sku).append("\"\n"));
        return text.append("\n; ").append(taken).append(" times goods left lots, ").append(named).append(" of them named the lot.\n").toString();
    }

    private static String booking(String account) {
        String kind = account.substring(account.lastIndexOf(':') + 1);
        return switch (kind) {
            case "Fifo" -> "  \"FIFO\"";
            case "Lifo" -> "  \"LIFO\"";
            case "Average", "Short" -> "  \"NONE\"";
            default -> "";
        };
    }
}
