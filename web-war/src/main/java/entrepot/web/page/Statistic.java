package entrepot.web.page;

import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.server.Judged;
import entrepot.trading.flow.Flow;
import entrepot.web.language.Language;
import entrepot.web.tearsheet.FigureRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** How statistics are written: a figure that the numbers cannot say is a dash. */
@Named
@ApplicationScoped
public class Statistic {

    private static final String NONE = "–";
    private static final long DAY = 86_400_000;

    @Inject
    private Show show;

    /** A share as percent. */
    public String share(double value) {
        return Double.isFinite(value) ? show.percent(BigDecimal.valueOf(value)) : NONE;
    }

    public String ratio(double value) {
        return Double.isFinite(value) ? show.units(BigDecimal.valueOf(value)) : NONE;
    }

    /** With four places, so that small differences show. */
    public String figure(double value) {
        return Double.isFinite(value) ? show.figure(BigDecimal.valueOf(value)) : NONE;
    }

    public String amount(double value) {
        return Double.isFinite(value) ? show.amount(BigDecimal.valueOf(value)) : NONE;
    }

    public String price(double value) {
        return Double.isFinite(value) ? show.price(BigDecimal.valueOf(value)) : NONE;
    }

    /** What came of a backtest beside its benchmark, by {@link FigureRows}. */
    public List<FigureRows.Row> rows(Judged judged, Performance hold, double end, double holdEnd, String currency) {
        return FigureRows.of(Language.here(), judged, hold, end, holdEnd, currency);
    }

    /** In hundredths of a percent. */
    public String basisPoints(double value) {
        return Double.isFinite(value) ? show.units(BigDecimal.valueOf(value * 10_000)) + " bp" : NONE;
    }

    /** @param nanos of the epoch, UTC */
    public String instant(long nanos) {
        return Flow.moment(nanos).toString();
    }

    /** As {@link #bar}, or to the millisecond. */
    public String at(long time, boolean exact) {
        return exact ? Instant.ofEpochMilli(time).toString() : bar(time);
    }

    /** The end of a bar: a day where it is one. @param time milliseconds of the epoch, UTC */
    public String bar(long time) {
        LocalDateTime utc = LocalDateTime.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
        return time % DAY == 0 ? show.day(utc.toLocalDate()) : show.moment(utc);
    }
}
