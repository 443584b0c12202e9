package entrepot.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Numbers for new rows, in blocks of {@value #BLOCK} from a database sequence: no round trip for most, no gap lock,
 * unique over all nodes. They say nothing about the order of commits.
 */
@ApplicationScoped
public class Ids {

    /** Equal to the sequence's increment in V001__platform.sql. */
    static final int BLOCK = 1000;

    @Inject
    private Database database;

    private long next;
    private long end;

    public synchronized long next() {
        if (next == end) {
            next = database.jdbi().withHandle(handle ->
                    handle.createQuery("SELECT NEXT VALUE FOR entrepot_id").mapTo(long.class).one());
            end = next + BLOCK;
        }
        return next++;
    }
}
