package entrepot.platform.audit;

/**
 * A posting in the audit chain.
 *
 * @param number dense, from 1
 * @param body   its canonical line, or null where that is gone
 */
public record Sealed(long number, long postingSeq, byte[] hash, String body) {}
