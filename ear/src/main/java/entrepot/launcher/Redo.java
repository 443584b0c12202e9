package entrepot.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Posts again what was sealed after a backup, from the file of seals that outlived the database. Each line must follow from
 * the one before by its hash. Balances, pools and layers are left as they were: they are made anew afterwards.
 */
final class Redo {

    private static final int TOGETHER = 500;
    private static final byte[] FIRST = new byte[32];

    private final Connection book;
    private final long to;
    private long number;
    private byte[] hash = FIRST;
    private long redone;

    /** @param to the last seal to post */
    Redo(Connection book, long to) {
        this.book = book;
        this.to = to;
    }

    /** @return how many postings */
    long read(Path seals) throws SQLException, IOException {
        head();
        book.setAutoCommit(false);
        RedonePosting writer = new RedonePosting(book);
        try (BufferedReader lines = Files.newBufferedReader(seals)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                SealLine sealed = SealLine.parse(line);
                if (sealed.number() > number && sealed.number() <= to) {
                    redo(sealed, writer);
                }
            }
        }
        goOnAfter(writer.largest());
        book.commit();
        return redone;
    }

    /** The number of the last seal now. */
    long last() {
        return number;
    }

    private void head() throws SQLException {
        try (ResultSet row = book.createStatement().executeQuery("SELECT number, hash FROM seal ORDER BY number DESC LIMIT 1")) {
            if (row.next()) {
                number = row.getLong(1);
                hash = row.getBytes(2);
            }
        }
    }

    private void redo(SealLine sealed, RedonePosting writer) throws SQLException {
        if (sealed.number() != number + 1 || !sealed.follows(hash)) {
            throw new CannotStart("Seal " + sealed.number() + " of the log does not follow from seal " + number
                    + ": the log was changed, has a gap, or is of another book.");
        }
        try {
            writer.write(sealed);
        } catch (CannotStart refused) {
            book.rollback();
            throw new CannotStart("Seal " + sealed.number() + " cannot be posted again. " + refused.getMessage()
                    + " '--to-seal " + (sealed.number() - 1) + "' restores up to there.", refused);
        }
        number = sealed.number();
        hash = sealed.hash();
        if (++redone % TOGETHER == 0) {
            book.commit();
        }
    }

    /** New rows get numbers after those that came back. */
    private void goOnAfter(long largest) throws SQLException {
        book.createStatement().execute("SELECT SETVAL(entrepot_id, " + (largest / 1000 + 1) * 1000 + ")");
    }
}
