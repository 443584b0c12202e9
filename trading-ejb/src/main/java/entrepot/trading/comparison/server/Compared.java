package entrepot.trading.comparison.server;

import entrepot.trading.comparison.Caution;
import entrepot.trading.comparison.Comparison;
import entrepot.trading.tearsheet.server.TearSheetView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Backtests beside each other, in the order in which they were named. */
public record Compared(List<TearSheetView> sheets, Comparison found) {

    private static final int A_YEAR = 250;

    public Set<Caution> cautions() {
        EnumSet<Caution> cautions = EnumSet.of(Caution.PICKED);
        add(cautions, Caution.TIMES, differ(one -> List.of(one.result().firstTime(), one.result().lastTime())));
        add(cautions, Caution.INSTRUMENTS, differ(TearSheetView::instruments));
        add(cautions, Caution.CURRENCIES, differ(one -> one.result().currency()));
        add(cautions, Caution.MONEY, differ(one -> one.terms().startCash()));
        add(cautions, Caution.COSTS, differ(one -> one.terms().costs()));
        add(cautions, Caution.DATA, sheets.stream().anyMatch(one -> sheets.stream().anyMatch(other -> hasOtherData(one, other))));
        add(cautions, Caution.PRICES, differ(one -> List.of(one.adjusted(), one.recorded(), one.kind())));
        add(cautions, Caution.LEFT_OUT, found.common().leftOut() > 0);
        add(cautions, Caution.FEW_DAYS, found.common().size() < A_YEAR);
        add(cautions, Caution.GONE, Stream.of(found.common().worth()).flatMapToDouble(Arrays::stream).anyMatch(worth -> !(worth > 0)));
        return cautions;
    }

    private boolean differ(Function<TearSheetView, Object> what) {
        return sheets.stream().map(what).distinct().count() > 1;
    }

    private static boolean hasOtherData(TearSheetView one, TearSheetView other) {
        return one.kind() == other.kind() && one.instruments().equals(other.instruments()) && one.adjusted() == other.adjusted() && one.recorded() == other.recorded()
                && one.result().firstTime() == other.result().firstTime() && one.result().lastTime() == other.result().lastTime()
                && !one.result().dataHash().equals(other.result().dataHash());
    }

    private static void add(Set<Caution> cautions, Caution caution, boolean there) {
        if (there) {
            cautions.add(caution);
        }
    }
}
