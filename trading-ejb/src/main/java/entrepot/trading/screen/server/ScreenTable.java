package entrepot.trading.screen.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.StoredJson;
import entrepot.trading.screen.SavedScreen;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.Universe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The rows of saved screens, which are only added, and the instruments they ask. */
@ApplicationScoped
class ScreenTable {

    private static final String COLUMNS = "SELECT name, version, asked, nightly, note, saved_at, saved_by FROM screen_version v";
    private static final String LATEST = " version = (SELECT MAX(version) FROM screen_version w WHERE w.name = v.name)";
    private static final String ASKED = " FROM instrument i LEFT JOIN instrument c ON i.kind = 'CONTINUOUS' AND c.root = i.symbol AND c.kind = 'FUTURE'"
            + " LEFT JOIN bar_series s ON s.instrument_id = COALESCE(c.id, i.id) AND s.step = 'DAY' WHERE ";

    @Inject
    private Database database;

    private record Row(String name, int version, String asked, boolean nightly, String note, LocalDateTime savedAt, String savedBy) {
        SavedScreen saved() {
            return new SavedScreen(name, version, StoredJson.read(asked, Screen.class), nightly, note, savedAt, savedBy);
        }
    }

    /** @return false where that version is there already */
    boolean add(SavedScreen saved) {
        return database.jdbi().withHandle(handle -> handle.execute("INSERT IGNORE INTO screen_version (name, version, asked, nightly, note,"
                        + " saved_at, saved_by) VALUES (?, ?, ?, ?, ?, ?, ?)", saved.name(), saved.version(), StoredJson.write(saved.screen()),
                saved.nightly(), saved.note(), saved.savedAt(), saved.savedBy())) == 1;
    }

    /** The latest version of each, by name. @param after a name, or "" for the first */
    List<SavedScreen> latest(String after, int limit) {
        return list(" WHERE name > ? AND" + LATEST + " ORDER BY name LIMIT ?", after, limit);
    }

    /** Of which the latest version says so. */
    List<SavedScreen> nightly() {
        return list(" WHERE nightly AND" + LATEST + " ORDER BY name");
    }

    /** @param version 0 for the latest */
    Optional<SavedScreen> find(String name, int version) {
        return list(" WHERE name = ? AND (version = ? OR ? = 0 AND" + LATEST + ")", name, version, version).stream().findFirst();
    }

    /** The latest first. */
    List<SavedScreen> versions(String name, int before, int limit) {
        return list(" WHERE name = ? AND version < ? ORDER BY version DESC LIMIT ?", name, before, limit);
    }

    private List<SavedScreen> list(String which, Object... values) {
        return database.jdbi().withHandle(handle -> {
            Query query = handle.createQuery(COLUMNS + which);
            for (int place = 0; place < values.length; place++) {
                query.bind(place, values[place]);
            }
            return query.mapTo(Row.class).map(Row::saved).list();
        });
    }

    /** Symbols of the instruments that there are, in the order of the alphabet. */
    List<String> symbols(Universe universe) {
        return database.jdbi().withHandle(handle -> asking(handle.createQuery("SELECT DISTINCT i.symbol" + ASKED + which(universe)), universe)
                .mapTo(String.class).stream().sorted().toList());
    }

    /** The last day of any of their daily bars, up to a day. */
    Optional<LocalDate> lastDay(Universe universe, LocalDate today) {
        return database.jdbi().withHandle(handle -> asking(handle.createQuery("SELECT MAX(s.last_time)" + ASKED + which(universe)), universe)
                        .mapTo(Long.class).findOne())
                .map(time -> LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC))
                .map(day -> day.isAfter(today) ? today : day);
    }

    private static String which(Universe universe) {
        return universe.kind() != null ? "i.kind = :kind" : universe.symbols() != null ? "i.symbol IN (<symbols>)" : "TRUE";
    }

    private static Query asking(Query query, Universe universe) {
        if (universe.kind() != null) {
            query.bind("kind", universe.kind().name());
        }
        return universe.symbols() == null ? query : query.bindList("symbols", universe.symbols());
    }
}
