package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.Corrections;
import entrepot.inventory.valuation.CostRun;
import entrepot.inventory.valuation.LateCost;
import entrepot.inventory.valuation.Step;
import entrepot.inventory.valuation.Worth;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.book.Account;
import entrepot.kernel.book.JournalEntry;
import entrepot.kernel.book.JournalLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes down what a run found: the value of the posting's own movements, the differences to what earlier ones were worth,
 * and the journal of both. A line that changes an earlier day carries that day, so that each day balances by itself; of a
 * closed day it is booked on the first open one.
 */
final class Bookkeeping {

    private final Books books;
    private final Books.Setting setting;
    private final PostingRequest request;
    private final List<Draft.Entry> entries;
    private final List<Movement> recounts;
    private final CostRun run;
    private final History history;
    private final List<Movement> movements = new ArrayList<>();
    private final List<ValueEntry> values = new ArrayList<>();
    private final List<JournalLine> journal = new ArrayList<>();
    private final Map<Account, Money> beside = new LinkedHashMap<>();
    private final List<JournalLine> settled = new ArrayList<>();
    private final Map<Long, Money> charged = new HashMap<>();
    private final Map<Group, Rest> groups = new LinkedHashMap<>();
    private final Map<Integer, Movement> ofClosedResults = new LinkedHashMap<>();

    /** What became one another on a day, or went from one pool to another. @param pair 0 of what this posting undoes; @param undone whether it is the undoing of that */
    private record Group(long pair, boolean undone, LocalDate day) {}

    /** What a group is worth more than before and nobody paid. @param of one of it */
    private record Rest(Movement of, Money amount) {}

    /** @param recounts of earlier counts that move another quantity now */
    Bookkeeping(
            Books books, Books.Setting setting, PostingRequest request, List<Draft.Entry> entries, List<Movement> recounts, CostRun run, History history) {
        this.books = books;
        this.setting = setting;
        this.request = request;
        this.entries = entries;
        this.recounts = recounts;
        this.run = run;
        this.history = history;
    }

    Posted posted(long seq, String actor, Instant recorded) {
        entries.forEach(this::own);
        if (history == null) {
            trueUps();
        } else {
            restate();
        }
        balanceGroups();
        if (history != null) {
            keepApartWhatIsMaterial();
            movements.addAll(recounts);
        }
        request.money().forEach(this::money);
        var lines = new ArrayList<>(journal);
        lines.addAll(settled);
        beside.forEach((account, amount) -> lines.add(JournalLine.of(account, amount)));
        lines.removeIf(line -> line.amount().isZero());
        return new Posted(seq, request, actor, recorded, currency(), movements, values, new JournalEntry(lines));
    }

    // The posting's own movements

    private void own(Draft.Entry entry) {
        Movement movement = entry.movement();
        movements.add(new Movement(movement.line(), movement.item(), movement.location(),
                run.counted().getOrDefault(movement.id(), movement.quantity()), movement.step(), movement.booked(), movement.lot(),
                movement.pieces()));
        if (movement.basis() == Basis.CHARGE && policyReplays(movement)) {
            charged.merge(movement.source(), movement.step().stated(), Money::plus);
            LocalDate day = history.of(movement.source()).date();
            line(account(entry.against(), movement, day), movement.step().stated().negated(), movement.id(), day);
            return;
        }
        Worth worth = run.worths().get(movement.id());
        if (worth == null) {
            return;
        }
        boolean first = true;
        for (Map.Entry<LocalDate, Money> day : worth.days().entrySet()) {
            value(movement, first ? firstKind(movement) : ValueEntry.Kind.TRUE_UP, day.getValue(), day.getKey());
            if (movement.basis().undoes() && first) {
                mirror(entry, day.getValue(), day.getKey());
            } else if (movement.basis() == Basis.MADE) {
                bookMade(entry, day.getValue(), day.getKey());
            } else {
                book(entry, day.getValue(), first ? owed(movement, day.getValue()) : day.getValue(), day.getKey());
            }
            if (request.kind().keepsValue() && movement.basis() != Basis.RESTATED) {
                unpaid(new Group(movement.step().pair(), false, day.getKey()), movement, day.getValue());
            }
            first = false;
        }
    }

    private static ValueEntry.Kind firstKind(Movement movement) {
        return movement.basis() == Basis.RESTATED ? ValueEntry.Kind.RESTATEMENT : ValueEntry.Kind.DIRECT;
    }

    private boolean policyReplays(Movement movement) {
        return setting.policyOf(movement.place()).lateCost() == LateCost.REPLAY;
    }

    /** What the other side is owed: what a document fixes, else the value. */
    private Money owed(Movement movement, Money value) {
        return run.owed().getOrDefault(movement.id(), value);
    }

    private void book(Draft.Entry entry, Money value, Money owed, LocalDate day) {
        Movement movement = entry.movement();
        line(account(AccountRole.INVENTORY, movement, day), value, movement.id(), day);
        if (entry.against() == AccountRole.INVENTORY) {
            return;
        }
        line(account(entry.against(), movement, day), owed.negated(), movement.id(), day);
        if (!owed.equals(value)) {
            line(account(AccountRole.PURCHASE_VARIANCE, movement, day), owed.minus(value), movement.id(), day);
        }
    }

    /** Its parts pay for it; what was done to them is paid by the other side. */
    private void bookMade(Draft.Entry entry, Money value, LocalDate day) {
        Movement movement = entry.movement();
        line(account(AccountRole.INVENTORY, movement, day), value, movement.id(), day);
        line(account(entry.against(), movement, day), movement.step().stated().negated(), movement.id(), day);
        line(account(AccountRole.PURCHASE_VARIANCE, movement, day), run.owed().get(movement.id()).minus(value), movement.id(), day);
    }

    /** The other way round what the movement undone had in the journal, in the accounts of then; the rest to the same. */
    private void mirror(Draft.Entry entry, Money value, LocalDate day) {
        Movement movement = entry.movement();
        List<JournalLine> then = entry.mirrored();
        then.forEach(line -> line(line.account(), line.amount().negated(), movement.id(), day));
        List<JournalLine> stock = then.stream().filter(line -> setting.chart().isInventory(line.account())).toList();
        Money since = stock.stream().map(JournalLine::amount).reduce(value, Money::plus);
        line(stock.isEmpty() ? account(AccountRole.INVENTORY, movement, day) : stock.get(0).account(), since, movement.id(), day);
        boolean moved = !then.isEmpty() && stock.size() == then.size();
        if (entry.parted() || moved) {
            unpaid(new Group(0, true, day), movement, since);
        } else {
            Account other = then.stream().map(JournalLine::account).filter(account -> !setting.chart().isInventory(account)).findFirst()
                    .orElseGet(() -> account(entry.against(), movement, day));
            line(other, since.negated(), movement.id(), day);
        }
    }

    // What earlier movements are worth now

    private void trueUps() {
        run.worths().forEach((movement, worth) -> {
            History.Past early = books.early(movement);
            if (early != null && !isOwn(movement)) {
                worth.days().forEach((day, amount) -> trueUp(early, amount, day));
            }
        });
    }

    /** What an undone transfer took out too early is of no other account: the other end keeps its worth. */
    private void trueUp(History.Past early, Money amount, LocalDate day) {
        if (against(early) != null) {
            restate(early, ValueEntry.Kind.TRUE_UP, amount, amount, day);
        } else {
            restateStock(early, ValueEntry.Kind.TRUE_UP, amount, day);
            unpaid(new Group(0, true, day), early.movement(), amount);
        }
    }

    private boolean isOwn(long movement) {
        return entries.stream().anyMatch(entry -> entry.movement().id() == movement);
    }

    private void restate() {
        Map<Long, Money> owedBefore = Corrections.owed(Corrections.fold(history.steps()), this::isReplayed);
        List<History.Past> earlier = new ArrayList<>(history.start().missing());
        earlier.addAll(history.all());
        for (History.Past past : earlier) {
            long movement = past.movement().id();
            Money owedMore = owedMore(past, owedBefore.get(movement));
            SortedMap<LocalDate, Money> changes = changes(past);
            if (owedMore != null && !owedMore.isZero() || charged.containsKey(movement)) {
                changes.putIfAbsent(past.date(), zero());
            }
            changes.forEach((day, amount) -> {
                boolean whole = day.equals(past.date());
                if (group(past, day) != null) {
                    restateGroup(past, amount, day);
                    return;
                }
                Money owed = owedMore == null ? amount : whole ? owedMore : zero();
                restate(past, kind(past, day), amount, owed, day);
            });
        }
    }

    /** Null where it is of no assembly and no transfer. What was undone may be from before the history: it is with others like it then. */
    private Group group(History.Past past, LocalDate day) {
        boolean undone = past.movement().basis().undoes();
        History.Past made = undone ? history.of(past.movement().source()) : past;
        if (made == null) {
            return against(past) == null ? new Group(0, true, day) : null;
        }
        return made.kind().isAssembly() || made.kind().keepsValue() ? new Group(made.movement().step().pair(), undone, day) : null;
    }

    private void restateGroup(History.Past past, Money amount, LocalDate day) {
        Movement movement = past.movement();
        restateStock(past, kind(past, day), amount, day);
        Money unpaid = day.equals(past.date()) ? amount.minus(charged.getOrDefault(movement.id(), zero())) : amount;
        unpaid(group(past, day), movement, unpaid);
    }

    private void unpaid(Group group, Movement movement, Money amount) {
        groups.merge(group, new Rest(movement, amount), (one, other) -> new Rest(one.of(), one.amount().plus(other.amount())));
    }

    /** Parts and whole, and both ends of a transfer, change alike, but where the whole is worth a standard, or the last of a period's average leaves. */
    private void balanceGroups() {
        groups.forEach((group, rest) -> {
            Account variance = account(AccountRole.PURCHASE_VARIANCE, rest.of(), group.day());
            changeResult(variance, rest.of(), group.day());
            line(variance, rest.amount().negated(), rest.of().id(), group.day());
        });
    }

    private boolean isReplayed(Step charge) {
        History.Past past = history.of(charge.movement());
        return past != null && policyReplays(past.movement());
    }

    /** By how much a document owes more for {@code past}; null where no document fixes it. */
    private Money owedMore(History.Past past, Money before) {
        return switch (past.movement().basis()) {
            case STATED -> run.owed().getOrDefault(past.movement().id(), zero()).minus(before);
            case GOES_BACK, CHARGE -> zero();
            default -> null;
        };
    }

    private SortedMap<LocalDate, Money> changes(History.Past past) {
        SortedMap<LocalDate, Money> changes = new TreeMap<>();
        Worth now = run.worths().get(past.movement().id());
        if (now != null) {
            changes.putAll(now.days());
        }
        past.worth().forEach((day, amount) -> changes.merge(day, amount.negated(), Money::plus));
        changes.values().removeIf(Money::isZero);
        return changes;
    }

    private ValueEntry.Kind kind(History.Past past, LocalDate day) {
        if (charged.containsKey(past.movement().id())) {
            return ValueEntry.Kind.CHARGE;
        }
        boolean wasMissing = books.early(past.movement().id()) != null;
        return day.equals(past.date()) && !wasMissing ? ValueEntry.Kind.RESTATEMENT : ValueEntry.Kind.TRUE_UP;
    }

    /** @param owed by how much the other side changes with it; a difference is a variance */
    private void restate(History.Past past, ValueEntry.Kind kind, Money amount, Money owed, LocalDate day) {
        Movement movement = past.movement();
        restateStock(past, kind, amount, day);
        Money onCharges = charged.getOrDefault(movement.id(), zero());
        Account against = against(past);
        if (against != null) {
            changeResult(against, movement, day);
            line(against, owed.minus(onCharges).negated(), movement.id(), day);
        }
        if (against != null || !onCharges.isZero()) {
            Account variance = account(AccountRole.PURCHASE_VARIANCE, movement, day);
            changeResult(variance, movement, day);
            line(variance, owed.minus(amount), movement.id(), day);
        }
    }

    private void restateStock(History.Past past, ValueEntry.Kind kind, Money amount, LocalDate day) {
        Movement movement = past.movement();
        if (!amount.isZero()) {
            value(movement, kind, amount, day);
            line(past.inventory() != null ? past.inventory() : account(AccountRole.INVENTORY, movement, day), amount, movement.id(), day);
        }
    }

    /** The next line is of the result of a closed period, if it is. */
    private void changeResult(Account account, Movement movement, LocalDate day) {
        if (setting.chart().isResult(account) && closing().covers(day)) {
            ofClosedResults.put(journal.size(), movement);
        }
    }

    /** What changes the result of closed periods by a material amount is none of this year's. */
    private void keepApartWhatIsMaterial() {
        Money change = ofClosedResults.keySet().stream().map(journal::get).map(JournalLine::amount).reduce(zero(), Money::plus);
        if (closing().isMaterial(change)) {
            ofClosedResults.forEach((number, movement) -> journal.set(number, new JournalLine(
                    account(closing().apart(), movement, request.businessDate()),
                    journal.get(number).amount(), journal.get(number).movement(), journal.get(number).date())));
        }
    }

    /** What was worth nothing has no line that says so. */
    private Account against(History.Past past) {
        AccountRole role = (past.undone() == null ? past.kind() : past.undone()).against();
        boolean unknown = past.inventory() == null && role != AccountRole.INVENTORY;
        return past.against() == null && unknown ? account(role, past.movement(), past.date()) : past.against();
    }

    // Rows

    private void value(Movement movement, ValueEntry.Kind kind, Money amount, LocalDate day) {
        values.add(ValueEntry.of(setting.ids().getAsLong(), movement, kind, amount, day, closing().booked(day)));
    }

    private void line(Account account, Money amount, long movement, LocalDate day) {
        LocalDate booked = closing().booked(day);
        journal.add(new JournalLine(account, amount, movement, booked.equals(request.businessDate()) ? null : booked));
    }

    /** What is not the value of a movement, nor of one receipt, comes to one line an account, however many items it is for. */
    private void money(MoneyLine money) {
        Account account = money.account() != null ? money.account() : account(money.role(), money.item());
        if (money.settles() != null) {
            settled.add(new JournalLine(account, money.amount(), null, null, money.settles()));
        } else {
            beside.merge(account, money.amount(), Money::plus);
        }
    }

    /** Of what is of no movement, at the site where all goods of the document move, if there is one. */
    private Account account(AccountRole role, ItemId item) {
        long category = item == null ? 0 : setting.items().get(item).category();
        return setting.chart().account(role, category, request.site(setting::siteOf), request.businessDate());
    }

    private Account account(AccountRole role, Movement movement, LocalDate day) {
        return setting.account(role, movement, day);
    }

    private Closing closing() {
        return setting.closing();
    }

    private Currency currency() {
        return setting.currency();
    }

    private Money zero() {
        return Money.zero(currency());
    }
}
