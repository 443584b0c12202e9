package entrepot.trading.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides for every row of a file whether it joins a series, is in it already, or is held back, and why. Rows may come in
 * any order; of two for one moment the first in the file is believed.
 */
public final class BarExam {

    /** A price in pence among pounds is found, though it moved a bit too. */
    static final double JUMP = 50;
    /** After a longer pause a price says nothing about the next: the symbol may have gone to another company. */
    private static final long TOO_OLD = 366 * Adjustment.DAY;

    private final Instrument instrument;
    private final Bars kept;
    private final List<CorporateAction> actions;
    private final Predicate<HeldBar> known;

    private final List<Bar> added = new ArrayList<>();
    private final List<HeldBar> held = new ArrayList<>();
    private long unchanged;

    private int nextKept;
    private Bar before;
    private BarLine lastOfFile;

    /**
     * What becomes of a file. The rows read are those added, unchanged and held.
     *
     * @param added     by time
     * @param unchanged in the series or in the quarantine before
     */
    public record Findings(List<Bar> added, long unchanged, List<HeldBar> held) {}

    private BarExam(Instrument instrument, Bars kept, Bar before, List<CorporateAction> actions, Predicate<HeldBar> known) {
        this.instrument = instrument;
        this.kept = kept;
        this.before = before;
        this.actions = actions;
        this.known = known;
    }

    /**
     * @param kept   of the series, over the time of the file
     * @param before the last of the series before that, or null
     * @param known  whether a row is in the quarantine already
     */
    public static Findings of(List<BarLine> lines, Instrument instrument, Bars kept, Bar before, List<CorporateAction> actions,
            Predicate<HeldBar> known) {
        var exam = new BarExam(instrument, kept, before, actions, known);
        lines.stream().filter(line -> line.bar() == null).forEach(line ->
                exam.hold(new HeldBar(null, QuarantineReason.UNREADABLE, line.problem(), line.line(), line.text())));
        lines.stream().filter(line -> line.bar() != null)
                .sorted(Comparator.comparingLong(line -> line.bar().time()))
                .forEach(exam::judge);
        return new Findings(exam.added, exam.unchanged, exam.held);
    }

    private void judge(BarLine line) {
        Bar bar = line.bar();
        String contradiction = contradiction(bar);
        String forbidden = forbidden(bar);
        if (contradiction != null) {
            hold(line, QuarantineReason.CONTRADICTORY, contradiction);
        } else if (forbidden != null) {
            hold(line, QuarantineReason.FORBIDDEN_PRICE, forbidden);
        } else if (lastOfFile != null && lastOfFile.bar().time() == bar.time()) {
            again(line);
        } else {
            against(line, keptAt(bar.time()));
        }
    }

    private void again(BarLine line) {
        boolean equal = lastOfFile.bar().equals(line.bar());
        hold(line, equal ? QuarantineReason.DUPLICATE : QuarantineReason.CONFLICT,
                equal ? "the same as line " + lastOfFile.line() : "line " + lastOfFile.line() + " has other values for this moment");
    }

    private void against(BarLine line, Bar there) {
        String jump = there == null ? jump(line.bar()) : null;
        if (there != null && !there.equals(line.bar())) {
            hold(line, QuarantineReason.CONFLICT, "the series has " + values(there) + " for this moment");
        } else if (jump != null) {
            hold(line, QuarantineReason.JUMP, jump);
        } else {
            lastOfFile = line;
            before = line.bar();
            if (there == null) {
                added.add(line.bar());
            } else {
                unchanged++;
            }
        }
    }

    private Bar keptAt(long time) {
        while (nextKept < kept.size() && kept.time(nextKept) < time) {
            before = before == null || before.time() < kept.time(nextKept) ? kept.bar(nextKept) : before;
            nextKept++;
        }
        return nextKept < kept.size() && kept.time(nextKept) == time ? kept.bar(nextKept) : null;
    }

    private static String contradiction(Bar bar) {
        if (bar.high() < bar.low()) {
            return "high " + bar.high() + " is below low " + bar.low();
        }
        if (bar.open() < bar.low() || bar.open() > bar.high()) {
            return "open " + bar.open() + " is not between low " + bar.low() + " and high " + bar.high();
        }
        if (bar.close() < bar.low() || bar.close() > bar.high()) {
            return "close " + bar.close() + " is not between low " + bar.low() + " and high " + bar.high();
        }
        return bar.volume() < 0 ? "volume is " + bar.volume() : null;
    }

    private String forbidden(Bar bar) {
        return instrument.allows(bar.low()) ? null : "price " + bar.low() + " is not above zero, as " + instrument.symbol() + " must be";
    }

    private String jump(Bar bar) {
        if (before == null || before.close() <= 0 || bar.time() - before.time() > TOO_OLD) {
            return null;
        }
        double expected = before.close() * splitsBetween(before.time(), bar.time());
        for (double price : new double[] {bar.close(), bar.open(), bar.high(), bar.low()}) {
            if (price > 0 && (price >= JUMP * expected || price * JUMP <= expected)) {
                return "price " + price + " after a close of " + before.close() + " on " + Adjustment.dayOf(before.time());
            }
        }
        return null;
    }

    private double splitsBetween(long from, long to) {
        LocalDate first = Adjustment.dayOf(from);
        LocalDate last = Adjustment.dayOf(to);
        return actions.stream()
                .filter(action -> !action.lastDay().isBefore(first) && action.lastDay().isBefore(last))
                .mapToDouble(CorporateAction::splitRatio)
                .reduce(1, (left, right) -> left * right);
    }

    private void hold(BarLine line, QuarantineReason reason, String detail) {
        hold(new HeldBar(line.bar(), reason, detail, line.line(), values(line.bar())));
    }

    private void hold(HeldBar row) {
        if (known.test(row)) {
            unchanged++;
        } else {
            held.add(row);
        }
    }

    private static String values(Bar bar) {
        return "open " + bar.open() + ", high " + bar.high() + ", low " + bar.low() + ", close " + bar.close() + ", volume " + bar.volume();
    }
}
