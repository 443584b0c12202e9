package entrepot.trading.market.server;

import entrepot.trading.market.BarStep;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.Sessions;
import entrepot.trading.market.TradingCalendar;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Is the data good? */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
public class QualityBoard {

    @Inject
    private QualityTable quality;

    @Inject
    private InstrumentTable instruments;

    @Inject
    private SeriesTable series;

    @Inject
    private CalendarTable calendars;

    /** @param text start of the symbol or part of the name, or null; @param kind or null for all; @param faulty those with a fault alone */
    public record Filter(String text, InstrumentKind kind, boolean faulty) {
        boolean takes(QualityLine line) {
            String start = text == null ? null : text.toLowerCase(Locale.ROOT);
            return (kind == null || line.kind() == kind) && (!faulty || !line.faults().isEmpty())
                    && (start == null || line.symbol().toLowerCase(Locale.ROOT).startsWith(start) || line.name().toLowerCase(Locale.ROOT).contains(start));
        }
    }

    /** Worst first. */
    public List<QualityLine> list(Filter filter) {
        return quality.all().stream().filter(filter::takes).sorted(QualityLine.WORST_FIRST).toList();
    }

    /** Of an instrument, by step. */
    public List<QualityLine> of(String symbol) {
        return quality.of(symbol);
    }

    /** Moments of bars that are of no session, by time; none without a calendar. @throws MarketRefused where there is no such instrument */
    public List<Long> outside(String symbol, BarStep step, long after, int limit) {
        InstrumentTable.Row instrument = instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol));
        TradingCalendar calendar = calendars.of(instrument.instrument().calendar());
        Optional<Long> id = series.find(instrument.id(), step);
        if (calendar == null || id.isEmpty()) {
            return List.of();
        }
        Optional<QualityLine> line = quality.of(id.get()).filter(one -> one.bars() > 0);
        if (line.isEmpty()) {
            return List.of();
        }
        LongPredicate inside = Sessions.around(calendar, step, line.get().first(), line.get().last())::has;
        return series.times(id.get(), after, inside.negate(), limit);
    }
}
