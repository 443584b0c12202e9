package entrepot.inventory.count.server;

import entrepot.inventory.count.EntryMode;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final long MOST_PIECES = 1_000_000_000;

    private final CountTable.Head count;
    private final int round;
    private final Map<CountLines.What, CountLines.Line> lines;
    private final Map<Long, String> elsewhere;
    private final Map<String, CodeBook.Item> items;
    private final DocumentLots.Found lots;
    private final Map<CountLines.What, Quantity> counted = new LinkedHashMap<>();
    private final Map<CountLines.What, Long> pieces = new HashMap<>();
    private final Map<CountLines.What, Integer> added = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Sheet(CountTable.Head count, int round, List<CountLines.Line> lines, Map<Long, String> elsewhere, Map<String, CodeBook.Item> items,
            DocumentLots.Found lots) {
        this.count = count;
        this.round = round;
        this.lines = lines.stream().collect(Collectors.toMap(CountLines.Line::what, Function.identity()));
        this.elsewhere = elsewhere;
        this.items = items;
        this.lots = lots;
        lines.stream().filter(line -> line.counted() != null && line.round() == round)
                .forEach(line -> {
                    counted.put(line.what(), new Quantity(line.counted()));
                    pieces.put(line.what(), line.pieces());
                });
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<CountLines.Counted> enter(EntryMode mode, List<CountDesk.Entry> entries, String by, Company company, LocalDateTime now) {
        List<CountLines.Counted> written = new ArrayList<>();
        for (int number = 0; number < entries.size(); number++) {
            CountDesk.Entry entry = entries.get(number);
            CountLines.What what = what(number, entry);
            if (what != null && mayEnter(number, mode, entry, what, now)) {
                Quantity quantity = counted.merge(what, entry.quantity(), mode::after);
                Instant at = entry.at() == null ? now.toInstant(ZoneOffset.UTC) : entry.at();
                written.add(new CountLines.Counted(lineNo(what), what, !lines.containsKey(what), isListed(what), round, entry.quantity().millionths(),
                        quantity.millionths(), LocalDateTime.ofInstant(at, ZoneOffset.UTC), company.businessDate(at), by, pieces(mode, what, entry.pieces())));
            }
        }
        return written;
    }

    private Long pieces(EntryMode mode, CountLines.What what, Long entered) {
        Long before = mode == EntryMode.SET ? null : pieces.get(what);
        Long after = entered == null || before == null ? entered : Long.valueOf(before + entered);
        pieces.put(what, after);
        return after;
    }

    /** What is found without being on the list goes to its end. */
    private int lineNo(CountLines.What what) {
        CountLines.Line line = lines.get(what);
        return line != null ? line.lineNo() : added.computeIfAbsent(what, fresh -> lines.size() + added.size());
    }

    /** A piece is as listed as the line of all pieces of its item. */
    private boolean isListed(CountLines.What what) {
        return lines.containsKey(what) || lines.containsKey(new CountLines.What(what.item(), 0));
    }

    /** Null where it is nothing that can be counted; the refusals say why. */
    private CountLines.What what(int number, CountDesk.Entry entry) {
        CodeBook.Item item = items.get(entry.sku());
        int before = refusals.size();
        if (item == null) {
            refusals.add(new Refusal(number, "unknown-sku", "no active item '" + entry.sku() + "'"));
        } else if (item.tracking() == Tracking.LOT && entry.lot() == null) {
            refusals.add(new Refusal(number, "lot-missing", item.sku() + " is kept by lot: scan the code with the lot, or type it"));
        } else {
            List<LotPart> found = lots.parts(number, SheetLots.line(item, entry), refusals);
            if (refusals.size() == before) {
                return new CountLines.What(item.id().value(), found.isEmpty() ? 0 : found.get(0).lot().id());
            }
        }
        return null;
    }

    private boolean mayEnter(int number, EntryMode mode, CountDesk.Entry entry, CountLines.What what, LocalDateTime now) {
        int before = refusals.size();
        if (elsewhere.containsKey(what.item())) {
            refusals.add(new Refusal(number, "on-another-count",
                    entry.sku() + " is on " + elsewhere.get(what.item()) + " here, which is not over yet"));
        } else if (isDone(lines.get(what))) {
            refusals.add(new Refusal(number, "not-asked", entry.sku() + " is not to be counted again"));
        }
        if (items.get(entry.sku()).tracking() == Tracking.SERIAL && what.lot() != 0 && !isOnePiece(mode.after(counted.get(what), entry.quantity()))) {
            refusals.add(new Refusal(number, "serial-is-one", "serial number " + entry.lot() + " of " + entry.sku()
                    + " is one piece: it is there once or not at all"));
        }
        if (items.get(entry.sku()).catchWeight() != (entry.pieces() != null)) {
            refusals.add(new Refusal(number, entry.pieces() == null ? "pieces-missing" : "pieces-not-counted", entry.pieces() == null
                    ? entry.sku() + " is a catch-weight item: count its pieces too" : entry.sku() + " is not a catch-weight item: leave its pieces out", "pieces"));
        } else if (entry.pieces() != null && (entry.pieces() < 0 || entry.pieces() > MOST_PIECES)) {
            refusals.add(new Refusal(number, "pieces-negative", "a shelf does not hold " + entry.pieces() + " pieces", "pieces"));
        }
        if (entry.quantity().compareTo(Quantity.ZERO) < 0) {
            refusals.add(new Refusal(number, "quantity", "a shelf does not hold " + entry.quantity()));
        }
        if (isBeyond(what, entry.quantity())) {
            refusals.add(new Refusal(number, "overflow", entry.quantity() + " more than is counted already is more than a line can hold"));
        }
        if (entry.at() != null && isOutOfTime(LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC), now)) {
            refusals.add(new Refusal(number, "at", "must lie from " + BEFORE.toDays() + " days before the count was made until now"));
        }
        return refusals.size() == before;
    }

    private static boolean isOnePiece(Quantity quantity) {
        return quantity.isZero() || quantity.equals(Quantity.units(1));
    }

    private boolean isBeyond(CountLines.What what, Quantity more) {
        return counted.containsKey(what) && counted.get(what).millionths() > MOST.millionths() - more.millionths();
    }

    /** Whether it was counted and nobody asked for more. */
    private boolean isDone(CountLines.Line line) {
        return line != null && line.counted() != null && line.askRound() != round;
    }

    private boolean isOutOfTime(LocalDateTime at, LocalDateTime now) {
        return at.isAfter(now) || at.isBefore(count.madeAt().minus(BEFORE));
    }
}
