package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    private static final String ROWS = "SELECT id, version, " + InstrumentRow.COLUMNS + " FROM instrument WHERE ";

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    record Row(long id, int version, InstrumentRow row) {
        Instrument instrument() {
            return row.instrument();
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

    /** What files come in for. @throws MarketRefused where there is none, or it is made of others */
    Row fed(String symbol) {
        Row found = find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol));
        if (found.row().kind() == InstrumentKind.CONTINUOUS) {
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "of-contracts", "", symbol + " is all contracts of a future; its prices are those of its contracts, so bring in the file for one of them");
        }
        return found;
    }

    private Optional<Row> find(String where, Object value) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ROWS + where)
                .bind(0, value)
                .mapTo(Row.class)
                .findOne());
    }

    /** The contracts of a root, by expiry. */
    List<Row> contracts(String root) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ROWS + "root = ? AND kind = 'FUTURE' ORDER BY expiry, symbol")
                .bind(0, root)
                .mapTo(Row.class)
                .list());
    }

    /** One contract of the root, or all of them as one, that differs in what they must have in common. */
    Optional<Instrument> unlike(Instrument other) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ROWS + "root = :root AND symbol <> :symbol"
                        + " AND (multiplier <> :multiplier OR currency <> :currency) ORDER BY symbol LIMIT 1")
                .bind("root", other.future().root())
                .bind("symbol", other.symbol())
                .bind("multiplier", other.future().multiplier())
                .bind("currency", other.currency())
                .mapTo(Row.class)
                .findOne()).map(Row::instrument);
    }

    /** Gives multiplier and currency of all contracts to each. */
    void likeTheirRoot(Instrument all) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE instrument SET multiplier = ?, currency = ?, version = version + 1 WHERE root = ? AND kind = 'FUTURE'"
                + " AND (multiplier <> ? OR currency <> ?)", all.future().multiplier(), all.currency(), all.symbol(), all.future().multiplier(), all.currency()));
    }

    void add(Instrument instrument, String actor) {
        database.jdbi().useHandle(handle -> handle
                .createUpdate("INSERT INTO instrument (id, " + InstrumentRow.COLUMNS + ", created_at, created_by) VALUES (:id, :symbol, :name, :kind, :currency, :tickSize,"
                        + " :belowZero, :lotSize, :multiplier, :margin, :root, :expiry, :rollBy, :rollDays, :joined, :calendar, :now, :actor)")
                .bind("id", ids.next())
                .bindMethods(InstrumentRow.of(instrument))
                .bind("now", LocalDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .bind("actor", actor)
                .execute());
    }

    /** @return whether it was at that version */
    boolean change(int version, Instrument instrument) {
        return database.jdbi().withHandle(handle -> handle
                .createUpdate("UPDATE instrument SET name = :name, kind = :kind, currency = :currency, tick_size = :tickSize, below_zero = :belowZero,"
                        + " lot_size = :lotSize, multiplier = :multiplier, margin = :margin, root = :root, expiry = :expiry, roll_by = :rollBy, roll_days = :rollDays, joined = :joined, calendar = :calendar,"
                        + " version = version + 1 WHERE symbol = :symbol AND version = :version")
                .bindMethods(InstrumentRow.of(instrument))
                .bind("version", version)
                .execute()) == 1;
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
