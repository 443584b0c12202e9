package entrepot.platform.start;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the database knows of somebody's first days. */
@ApplicationScoped
public class Facts {

    /** Looked through from the last one back, so that a book of millions costs no more than a new one. */
    private static final int LATEST = 20_000;

    @Inject
    private Database database;

    /** @param rows from {@code FROM} on; @param values of its question marks */
    public boolean any(String rows, Object... values) {
        return database.jdbi().withHandle(handle ->
                handle.select("SELECT EXISTS (SELECT 1 " + rows + ")", values).mapTo(boolean.class).one());
    }

    /** Whether somebody posted such a thing lately. */
    public boolean posted(String kind, String actor) {
        return any("FROM (SELECT kind, actor FROM posting ORDER BY seq DESC LIMIT " + LATEST + ") latest WHERE kind = ? AND actor = ?",
                kind, actor);
    }
}
