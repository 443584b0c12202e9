package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Instruments with their splits and dividends. */
@ApplicationScoped
class InstrumentTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    record Row(long id, int version, String symbol, String name, InstrumentKind kind, String currency, BigDecimal tickSize, boolean belowZero) {
        Instrument instrument() {
            return new Instrument(symbol, name, kind, currency, tickSize.stripTrailingZeros(), belowZero);
        }
    }

    private record ActionRow(LocalDate lastDay, double dividendRatio, double splitRatio, Double close) {
        CorporateAction action() {
            return new CorporateAction(lastDay, dividendRatio, splitRatio, close == null ? Double.NaN : close);
        }
    }

    Optional<Row> find(String symbol) {
        return find("symbol = ?", symbol);
    }

    Optional<Row> find(long id) {
        return find("id = ?", id);
    }

    private Optional<Row> find(String where, Object value) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, version, symbol, name, kind, currency, tick_size, below_zero FROM instrument WHERE " + where)
                .bind(0, value)
                .mapTo(Row.class)
                .findOne());
    }

    void add(Instrument instrument, String actor) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO instrument (id, symbol, name, kind, currency, tick_size, below_zero,"
                        + " created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(), instrument.symbol(), instrument.name(), instrument.kind().name(), instrument.currency(), instrument.tickSize(),
                instrument.belowZero(), LocalDateTime.now(clock.withZone(ZoneOffset.UTC)), actor));
    }

    /** @return whether it was at that version */
    boolean change(int version, Instrument instrument) {
        return database.jdbi().withHandle(handle -> handle.execute("UPDATE instrument SET name = ?, kind = ?, currency = ?, tick_size = ?,"
                        + " below_zero = ?, version = version + 1 WHERE symbol = ? AND version = ?",
                instrument.name(), instrument.kind().name(), instrument.currency(), instrument.tickSize(), instrument.belowZero(),
                instrument.symbol(), version)) == 1;
    }

    /** By day. */
    List<CorporateAction> actions(long instrument) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT last_day, dividend_ratio, split_ratio, close FROM corporate_action WHERE instrument_id = ? ORDER BY last_day")
                .bind(0, instrument)
                .mapTo(ActionRow.class)
                .stream()
                .map(ActionRow::action)
                .toList());
    }

    void addActions(long instrument, Collection<CorporateAction> actions, long imported) {
        database.jdbi().useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO corporate_action (instrument_id, last_day, dividend_ratio, split_ratio,"
                    + " close, import_id) VALUES (?, ?, ?, ?, ?, ?)");
            actions.forEach(action -> batch.add(instrument, action.lastDay(), action.dividendRatio(), action.splitRatio(),
                    Double.isNaN(action.close()) ? null : action.close(), imported));
            batch.execute();
        });
    }
}
