package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Gap;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.Sessions;
import entrepot.trading.market.TradingCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is counted of each series, and what was found at the last look. */
@ApplicationScoped
class QualityTable {

    private static final String LINES = "SELECT i.symbol, i.name, i.kind, i.calendar, s.step, s.bars, s.first_time first, s.last_time last, s.sessions, s.missing, s.gaps,"
            + " s.longest_after, s.longest_before, s.outside, s.data_hash, s.changed_at, m.file_name file, l.looked_at,"
            + " (SELECT COUNT(*) FROM bar_quarantine q WHERE q.series_id = s.id AND q.status = 'HELD') held,"
            + " (SELECT COUNT(*) FROM bar_quarantine q WHERE q.series_id = s.id AND q.reason = 'REPLACED') replaced"
            + " FROM bar_series s JOIN instrument i ON i.id = s.instrument_id LEFT JOIN market_import m ON m.id = s.changed_by LEFT JOIN series_look l ON l.series_id = s.id ";

    @Inject
    private Database database;

    @Inject
    private CalendarTable calendars;

    @Inject
    private Clock clock;

    private record Row(String symbol, String name, InstrumentKind kind, String calendar, BarStep step, long bars, Long first, Long last, Integer sessions, Integer missing,
            long gaps, Long longestAfter, Long longestBefore, Long outside, long held, long replaced, String dataHash, LocalDateTime changedAt, String file, LocalDateTime lookedAt) {

        QualityLine line(Integer behind) {
            return new QualityLine(symbol, name, kind, calendar, step, bars, first, last, sessions, missing, gaps,
                    longestAfter == null ? null : new Gap(longestAfter, longestBefore), outside, held, replaced, behind, dataHash, changedAt, file, lookedAt);
        }
    }

    List<QualityLine> all() {
        return lines("", null);
    }

    List<QualityLine> of(String symbol) {
        return lines("WHERE i.symbol = ? ORDER BY s.step", symbol);
    }

    Optional<QualityLine> of(long series) {
        return lines("WHERE s.id = ?", series).stream().findFirst();
    }

    private List<QualityLine> lines(String where, Object value) {
        List<Row> rows = database.jdbi().withHandle(handle -> {
            var query = handle.createQuery(LINES + where);
            return (value == null ? query : query.bind(0, value)).mapTo(Row.class).list();
        });
        Map<String, TradingCalendar> named = calendars.all().stream().map(CalendarTable.Entry::calendar).collect(Collectors.toMap(TradingCalendar::code, Function.identity()));
        return withAge(rows, named);
    }

    private List<QualityLine> withAge(List<Row> rows, Map<String, TradingCalendar> named) {
        long now = clock.millis();
        long earliest = rows.stream().map(Row::last).filter(Objects::nonNull).mapToLong(Long::longValue).min().orElse(now);
        Map<String, Sessions> sessions = new HashMap<>();
        return rows.stream().map(row -> {
            TradingCalendar calendar = row.calendar() == null ? null : named.get(row.calendar());
            if (row.last() == null) {
                return row.line(null);
            }
            if (calendar == null) {
                return row.line(Sessions.daysBehind(row.last(), now));
            }
            return row.line(sessions.computeIfAbsent(calendar.code() + row.step(), key -> Sessions.around(calendar, row.step(), Math.min(earliest, now), now)).behind(row.last(), now));
        }).toList();
    }

    /** Series after one, by number; those that trade by a calendar, where one is given. */
    List<Long> after(long series, String calendar, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT s.id FROM bar_series s JOIN instrument i ON i.id = s.instrument_id WHERE s.id > :after AND (:calendar IS NULL OR i.calendar = :calendar)"
                        + " ORDER BY s.id LIMIT :limit")
                .bind("after", series)
                .bind("calendar", calendar)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    long count(String calendar) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) FROM bar_series s JOIN instrument i ON i.id = s.instrument_id WHERE :calendar IS NULL OR i.calendar = :calendar")
                .bind("calendar", calendar)
                .mapTo(long.class)
                .one());
    }

    /** @param behind sessions, or days without a calendar */
    record Look(long gaps, Integer missing, Long outside, long held, Integer behind) {
        static Look of(QualityLine line) {
            return new Look(line.gaps(), line.missing(), line.outside(), line.held(), line.behind());
        }
    }

    Optional<Look> looked(long series) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT gaps, missing, outside, held, behind FROM series_look WHERE series_id = ?").bind(0, series).mapTo(Look.class).findOne());
    }

    void keep(long series, Look look) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO series_look (series_id, looked_at, gaps, missing, outside, held, behind) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE looked_at = VALUES(looked_at), gaps = VALUES(gaps), missing = VALUES(missing), outside = VALUES(outside), held = VALUES(held),"
                        + " behind = VALUES(behind)", series, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)), look.gaps(), look.missing(), look.outside(), look.held(), look.behind()));
    }
}
