package entrepot.platform.audit;

import java.time.LocalDateTime;

/**
 * A posting in the audit chain.
 *
 * @param number   dense, from 1
 * @param sealedAt UTC
 * @param body     its canonical line, or null where that is gone
 */
public record Sealed(long number, long postingSeq, byte[] hash, LocalDateTime sealedAt, String body) {

    private static final String FIRST_FORM = "1|";

    /** What the hash is over, after the hash before: the time and the line. Lines of the first form were sealed without a time. */
    public String text() {
        return text(sealedAt, body);
    }

    static String text(LocalDateTime sealedAt, String body) {
        return body.startsWith(FIRST_FORM) ? body : sealedAt + " " + body;
    }
}
