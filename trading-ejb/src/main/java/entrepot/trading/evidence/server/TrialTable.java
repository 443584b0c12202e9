package entrepot.trading.evidence.server;

import entrepot.platform.sql.Database;
import entrepot.trading.evidence.MonthlyReturns;
import entrepot.trading.evidence.Trial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of trials. They are only added. */
@ApplicationScoped
class TrialTable {

    private static final double MILLIS_A_YEAR = 365.25 * 86_400_000;

    @Inject
    private Database database;

    void add(TrialRow row) {
        add(row, null);
    }

    /** @param universe instruments of a portfolio, or null */
    void add(TrialRow row, List<String> universe) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO trial (number, made_at, made_by, symbol, data_hash, result_hash,"
                        + " strategy, terms, first_time, last_time, cells, sharpe, variance, together, observations, skew, kurtosis,"
                        + " first_month, months, universe) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.number(), row.madeAt(), row.madeBy(), row.symbol(), row.dataHash(), row.resultHash(), row.strategy(), row.terms(),
                row.firstTime(), row.lastTime(), row.cells(), known(row.sharpe()), row.variance(), row.together(), row.observations(),
                known(row.skew()), known(row.kurtosis()), row.months() == null ? null : row.months().first(), bytes(row.months()),
                universe == null ? null : universe.stream().collect(Collectors.joining("/", "/", "/"))));
    }

    /** Those that asked something new, newest first, told of bars of which a year has so many. */
    List<Trial> of(String symbol, int limit, double barsPerYear) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT cells, sharpe, variance, together, first_month, months, first_time, last_time, observations FROM trial WHERE number IN"
                        + " (SELECT MIN(number) FROM trial WHERE symbol = :symbol GROUP BY result_hash) ORDER BY number DESC LIMIT :limit")
                .bind("symbol", symbol)
                .bind("limit", limit)
                .map((found, context) -> trial(found).of(barsPerYear(found), barsPerYear))
                .list());
    }

    /** Those of portfolios that had one of these instruments and asked something new, newest first. */
    List<Trial> ofAny(List<String> symbols, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT cells, sharpe, variance, together, first_month, months FROM trial WHERE number IN"
                        + " (SELECT MIN(number) FROM trial WHERE symbol = :symbol AND universe REGEXP :any GROUP BY result_hash)"
                        + " ORDER BY number DESC LIMIT :limit")
                .bind("symbol", TrialRow.PORTFOLIO)
                .bind("any", symbols.stream().map(symbol -> symbol.replace(".", "\\.")).collect(Collectors.joining("|", "/(", ")/")))
                .bind("limit", limit)
                .map((found, context) -> trial(found))
                .list());
    }

    /** Newest first. @param symbol null for all */
    List<TrialRow> list(String symbol, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT * FROM trial WHERE number < :before AND (:symbol IS NULL OR symbol = :symbol)"
                        + " ORDER BY number DESC LIMIT :limit")
                .bind("before", before)
                .bind("symbol", symbol)
                .bind("limit", limit)
                .map((found, context) -> row(found))
                .list());
    }

    private static Trial trial(ResultSet found) throws SQLException {
        return new Trial(found.getLong("cells"), number(found, "sharpe"), found.getDouble("variance"), found.getDouble("together"),
                months(found));
    }

    private static double barsPerYear(ResultSet found) throws SQLException {
        return found.getInt("observations") * MILLIS_A_YEAR / (found.getLong("last_time") - found.getLong("first_time"));
    }

    private static TrialRow row(ResultSet found) throws SQLException {
        return new TrialRow(found.getLong("number"), found.getObject("made_at", LocalDateTime.class), found.getString("made_by"),
                found.getString("symbol"), found.getString("data_hash"), found.getString("result_hash"), found.getString("strategy"),
                found.getString("terms"), found.getLong("first_time"), found.getLong("last_time"), found.getLong("cells"),
                number(found, "sharpe"), found.getDouble("variance"), found.getDouble("together"), found.getInt("observations"),
                number(found, "skew"), number(found, "kurtosis"), months(found));
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static double number(ResultSet found, String column) throws SQLException {
        double value = found.getDouble(column);
        return found.wasNull() ? Double.NaN : value;
    }

    private static byte[] bytes(MonthlyReturns months) {
        if (months == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(months.returns().length * Double.BYTES);
        for (double one : months.returns()) {
            bytes.putDouble(one);
        }
        return bytes.array();
    }

    private static MonthlyReturns months(ResultSet found) throws SQLException {
        byte[] bytes = found.getBytes("months");
        if (bytes == null) {
            return null;
        }
        double[] returns = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(returns);
        return new MonthlyReturns(found.getInt("first_month"), returns);
    }
}
