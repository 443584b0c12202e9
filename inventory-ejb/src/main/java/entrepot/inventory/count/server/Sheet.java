package entrepot.inventory.count.server;

import entrepot.inventory.count.EntryMode;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of a count in one round, as entries come in one after the other. */
final class Sheet {

    /** A count on paper may have been taken before the document was made. */
    private static final Duration BEFORE = Duration.ofDays(31);

    private static final Quantity MOST = Quantity.units(1_000_000_000_000L);

    private final CountTable.Head count;
    private final int round;
    private final Map<Long, CountLines.Line> lines;
    private final Map<Long, String> elsewhere;
    private final Map<String, CodeBook.Item> items;
    private final Map<Long, Quantity> counted = new LinkedHashMap<>();
    private final Map<Long, Integer> added = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Sheet(CountTable.Head count, int round, List<CountLines.Line> lines, Map<Long, String> elsewhere, Map<String, CodeBook.Item> items) {
        this.count = count;
        this.round = round;
        this.lines = lines.stream().collect(Collectors.toMap(CountLines.Line::itemId, Function.identity()));
        this.elsewhere = elsewhere;
        this.items = items;
        lines.stream().filter(line -> line.counted() != null && line.round() == round)
                .forEach(line -> counted.put(line.itemId(), new Quantity(line.counted())));
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<CountLines.Counted> enter(EntryMode mode, List<CountDesk.Entry> entries, String by, Company company, LocalDateTime now) {
        List<CountLines.Counted> written = new ArrayList<>();
        for (int number = 0; number < entries.size(); number++) {
            CountDesk.Entry entry = entries.get(number);
            if (mayEnter(number, entry, now)) {
                long item = items.get(entry.sku()).id().value();
                Quantity quantity = counted.merge(item, entry.quantity(), mode::after);
                Instant at = entry.at() == null ? now.toInstant(ZoneOffset.UTC) : entry.at();
                written.add(new CountLines.Counted(lineNo(item), item, !lines.containsKey(item), round, entry.quantity().millionths(),
                        quantity.millionths(), LocalDateTime.ofInstant(at, ZoneOffset.UTC), company.businessDate(at), by));
            }
        }
        return written;
    }

    /** What is found without being on the list goes to its end. */
    private int lineNo(long item) {
        CountLines.Line line = lines.get(item);
        return line != null ? line.lineNo() : added.computeIfAbsent(item, fresh -> lines.size() + added.size());
    }

    private boolean mayEnter(int number, CountDesk.Entry entry, LocalDateTime now) {
        CodeBook.Item item = items.get(entry.sku());
        int before = refusals.size();
        if (item == null) {
            refusals.add(new Refusal(number, "unknown-sku", "no active item '" + entry.sku() + "'"));
        } else if (item.tracking() != Tracking.NONE) {
            refusals.add(ofLots(number, item.sku()));
        } else if (elsewhere.containsKey(item.id().value())) {
            refusals.add(new Refusal(number, "on-another-count",
                    entry.sku() + " is on " + elsewhere.get(item.id().value()) + " here, which is not over yet"));
        } else if (isDone(lines.get(item.id().value()))) {
            refusals.add(new Refusal(number, "not-asked", entry.sku() + " is not to be counted again"));
        }
        if (entry.quantity().compareTo(Quantity.ZERO) < 0) {
            refusals.add(new Refusal(number, "quantity", "a shelf does not hold " + entry.quantity()));
        }
        if (item != null && isBeyond(item.id().value(), entry.quantity())) {
            refusals.add(new Refusal(number, "overflow", entry.quantity() + " more than is counted already is more than a line can hold"));
        }
        if (entry.at() != null && isOutOfTime(LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC), now)) {
            refusals.add(new Refusal(number, "at", "must lie from " + BEFORE.toDays() + " days before the count was made until now"));
        }
        return refusals.size() == before;
    }

    static Refusal ofLots(int number, String sku) {
        return new Refusal(number, "kept-by-lot", sku + " is kept by lot, and counts do not tell lots apart: adjust the lots that differ");
    }

    private boolean isBeyond(long item, Quantity more) {
        return counted.containsKey(item) && counted.get(item).millionths() > MOST.millionths() - more.millionths();
    }

    /** Whether it was counted and nobody asked for more. */
    private boolean isDone(CountLines.Line line) {
        return line != null && line.counted() != null && line.askRound() != round;
    }

    private boolean isOutOfTime(LocalDateTime at, LocalDateTime now) {
        return at.isAfter(now) || at.isBefore(count.madeAt().minus(BEFORE));
    }
}
