package entrepot.trading.screen;

import entrepot.trading.backtest.ResultHash;
import entrepot.trading.expression.Program;
import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bars;
import entrepot.trading.market.CorporateAction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What the expressions of a screen say at each bar of one instrument. It is cut at the day before anything is computed, so nothing later
 * can be in it, whatever is handed over.
 *
 * @param bars       as the expressions read them
 * @param comparable adjusted by what was known on the day, also where the expressions read raw prices
 * @param values     one column each: condition, rank, further columns
 */
public record Reading(Bars bars, Bars comparable, double[][] values) {

    static final int CONDITION = 0;
    static final int RANK = 1;

    /** Of contracts as traded, and as one joined series, both up to the day. */
    public static Reading of(Screen screen, Bars known, Bars joined) {
        return of(screen, screen.program(), known, joined);
    }

    public static Reading of(Screen screen, LocalDate day, Bars raw, List<CorporateAction> actions) {
        return of(screen, screen.program(), day, raw, actions);
    }

    static Reading of(Screen screen, Program program, LocalDate day, Bars raw, List<CorporateAction> actions) {
        Bars known = raw.until(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1);
        Bars comparable = Adjustment.asOf(day, actions).of(known);
        return of(screen, program, known, comparable);
    }

    private static Reading of(Screen screen, Program program, Bars known, Bars comparable) {
        Bars read = screen.adjusted() ? comparable : known;
        return new Reading(read, comparable, program.over(read));
    }

    /** At the last bar. */
    double last(int column) {
        return values[column][bars.size() - 1];
    }

    LocalDate lastDay() {
        return bars.size() == 0 ? null : Adjustment.dayOf(bars.time(bars.size() - 1));
    }

    /** What the bars are known by. */
    public String dataHash() {
        return new ResultHash().add(bars).add(comparable).hex();
    }
}
