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
import java.util.TreeMap;
import java.util.TreeSet;

/** The goods of a Beancount ledger: writes what moves as lots, and knows what is held. */
final class BeanGoods {

    private final Money nothing;
    private final Map<Key, LotShelf> shelves = new TreeMap<>();
    private final Map<Key, CostFlow> flows = new HashMap<>();
    private final Map<String, String> commodities = new TreeMap<>();
    private final TreeSet<String> accounts = new TreeSet<>();
    private int taken;
    private int named;

    BeanGoods(Money nothing) {
        this.nothing = nothing;
    }

    /** Goods of an item. @param account of the pool: the parts of it that hold lots are below it */
    record Key(String account, String commodity) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : commodity.compareTo(other.commodity);
        }
    }

    /** What left with an entry, for what arrives with it, by item. */
    static final class Underway {
        private final Map<Long, List<LotShelf.Lot>> lots = new HashMap<>();

        private void add(long item, List<LotShelf.Lot> parts) {
            lots.computeIfAbsent(item, fresh -> new ArrayList<>()).addAll(parts);
        }

        private List<LotShelf.Lot> of(long item) {
            return lots.getOrDefault(item, List.of());
        }
    }

    /** @return what the lots do not say of the value that moved */
    Money move(LocalDate day, String account, LedgerEntry.Goods moved, Underway underway, StringBuilder text) {
        String commodity = Beans.commodity(moved.item().sku(), moved.item().id(), nothing.currency().getCurrencyCode());
        commodities.putIfAbsent(commodity, moved.item().sku());
        Key key = new Key(account, commodity);
        flows.put(key, moved.item().flow());
        LotShelf shelf = shelves.computeIfAbsent(key, fresh -> new LotShelf(moved.item().flow(), nothing));
        Quantity quantity = moved.quantity();
        if (!shelf.hasLots() && !quantity.isZero()) {
            loose(key, shelf, quantity, moved.value(), text);
        } else if (quantity.isPositive()) {
            come(day, key, shelf, moved, underway.of(moved.item().id()), text);
        } else if (!quantity.isZero()) {
            underway.add(moved.item().id(), leave(key, shelf, moved, text));
        }
        return shelf.settle(moved.value());
    }

    private void loose(Key key, LotShelf shelf, Quantity quantity, Money value, StringBuilder text) {
        boolean fits = value.isNegative() != quantity.isPositive();
        Money cost = !fits ? nothing : value.isNegative() ? value.negated() : value;
        shelf.loose(quantity, cost);
        text.append(line(key, looseAccount(shelf), quantity, "{{" + Beans.amount(cost) + "}}"));
    }

    private void come(LocalDate day, Key key, LotShelf shelf, LedgerEntry.Goods moved, List<LotShelf.Lot> left, StringBuilder text) {
        Quantity all = left.stream().map(LotShelf.Lot::left).reduce(Quantity.ZERO, Quantity::plus);
        if (moved.arrives() && all.equals(moved.quantity()) && shelf.missing().isZero()) {
            arrive(day, key, shelf, moved.movement(), left, text);
            return;
        }
        Money value = moved.value().isNegative() ? nothing : moved.value();
        Quantity healed = Quantity.smaller(moved.quantity(), shelf.missing());
        Money onThem = value.share(healed.millionths(), moved.quantity().millionths());
        if (healed.isPositive()) {
            loose(key, shelf, healed, onThem, text);
        }
        Quantity rest = moved.quantity().minus(healed);
        if (rest.isPositive()) {
            Money cost = value.minus(onThem);
            BigDecimal unit = cost.decimal().divide(rest.decimal(), LotShelf.DIGITS);
            LotShelf.Lot lot = new LotShelf.Lot(day, "m" + moved.movement(), unit, rest);
            shelf.come(lot);
            text.append(line(key, lotAccount(key), rest, "{{" + Beans.amount(cost) + ", " + day + ", \"" + lot.label() + "\"}}"));
        }
    }

    /** The lots that left in the same entry, it may be several pools, each at the cost it had. */
    private void arrive(LocalDate day, Key key, LotShelf shelf, long movement, List<LotShelf.Lot> left, StringBuilder text) {
        List<LotShelf.Lot> oldestFirst = new ArrayList<>(left);
        if (flows.get(key) == CostFlow.LIFO) {
            Collections.reverse(oldestFirst);
        }
        oldestFirst.sort(Comparator.comparing(LotShelf.Lot::day));
        for (int slice = 0; slice < oldestFirst.size(); slice++) {
            LotShelf.Lot came = oldestFirst.get(slice);
            LotShelf.Lot lot = new LotShelf.Lot(day, "m" + movement + "." + slice, came.unit(), came.left());
            shelf.come(lot);
            text.append(line(key, lotAccount(key), lot.left(), spec(lot)));
        }
    }

    /** @return what it took of each lot */
    private List<LotShelf.Lot> leave(Key key, LotShelf shelf, LedgerEntry.Goods moved, StringBuilder text) {
        Quantity wanted = moved.quantity().negated();
        Quantity there = Quantity.smaller(wanted, shelf.inLots());
        List<LotShelf.Lot> parts = shelf.next(there, moved.from());
        if (there.isPositive()) {
            take(key, shelf, there, parts, text);
        }
        if (there.compareTo(wanted) < 0) {
            BigDecimal cost = parts.stream().map(LotShelf.Lot::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
            Money rest = moved.value().plus(Money.rounded(cost, nothing.currency()));
            loose(key, shelf, there.minus(wanted), rest.isNegative() ? rest : nothing, text);
        }
        return parts;
    }

    private void take(Key key, LotShelf shelf, Quantity there, List<LotShelf.Lot> parts, StringBuilder text) {
        boolean byItself = parts.equals(shelf.byItsOwnBooking(there));
        taken++;
        named += byItself ? 0 : 1;
        if (byItself) {
            text.append(line(key, lotAccount(key), there.negated(), "{}"));
        } else {
            parts.forEach(part -> text.append(line(key, lotAccount(key), part.left().negated(), "{\"" + part.label() + "\"}")));
        }
        shelf.take(parts);
    }

    private String lotAccount(Key key) {
        return flows.get(key) == CostFlow.FIFO ? ":Fifo" : ":Lifo";
    }

    private static String looseAccount(LotShelf shelf) {
        return shelf.hasLots() ? ":Short" : ":Average";
    }

    private String spec(LotShelf.Lot lot) {
        return "{" + Beans.number(lot.unit()) + " " + nothing.currency().getCurrencyCode() + ", " + lot.day() + ", \"" + lot.label() + "\"}";
    }

    private String line(Key key, String below, Quantity quantity, String cost) {
        accounts.add(key.account() + below);
        return "  " + key.account() + below + "  " + Beans.number(quantity.decimal()) + " " + key.commodity() + " " + cost + "\n";
    }

    // What is held

    /** By account and commodity. */
    Map<Key, LotShelf> shelves() {
        return shelves;
    }

    void countAnew() {
        taken = 0;
        named = 0;
    }

    /** As lines of a transaction that brings all of a shelf. */
    String held(Key key, LotShelf shelf) {
        StringBuilder lines = new StringBuilder();
        shelf.lots().forEach(lot -> lines.append(line(key, lotAccount(key), lot.left(), spec(lot))));
        if (!shelf.looseQuantity().isZero()) {
            Money cost = shelf.looseCost();
            lines.append(line(key, looseAccount(shelf), shelf.looseQuantity(), "{{" + Beans.amount(cost.isNegative() ? cost.negated() : cost) + "}}"));
        }
        return lines.toString();
    }

    /** As assertions that begin with {@code start}. */
    String balances(String start) {
        StringBuilder text = new StringBuilder();
        shelves.forEach((key, shelf) -> {
            if (shelf.hasLots()) {
                text.append(balance(start, key, lotAccount(key), shelf.inLots()));
            }
            if (!shelf.hasLots() || !shelf.missing().isZero()) {
                text.append(balance(start, key, looseAccount(shelf), shelf.looseQuantity()));
            }
        });
        return text.toString();
    }

    private String balance(String start, Key key, String below, Quantity quantity) {
        String account = key.account() + below;
        return accounts.contains(account)
                ? start + account + "  " + Beans.number(quantity.decimal()) + " " + key.commodity() + "\n"
                : "";
    }

    Money worth() {
        return shelves.values().stream().map(LotShelf::value).reduce(nothing, Money::plus);
    }

    /** Accounts with their booking, commodities with their SKUs, and how often Beancount booked by itself. */
    String declared() {
        StringBuilder text = new StringBuilder();
        accounts.forEach(account -> text.append("1970-01-01 open ").append(account).append("  \"").append(booking(account)).append("\"\n"));
        commodities.forEach((commodity, sku) ->
                text.append("1970-01-01 commodity ").append(commodity).append("\n  sku: \"").append(sku).append("\"\n"));
        return text.append("\n; ").append(taken).append(" times goods left lots, ").append(named).append(" of them named the lot.\n").toString();
    }

    private static String booking(String account) {
        return account.endsWith(":Fifo") ? "FIFO" : account.endsWith(":Lifo") ? "LIFO" : "NONE";
    }
}
