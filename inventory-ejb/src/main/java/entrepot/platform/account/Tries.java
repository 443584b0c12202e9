package entrepot.platform.account;

import java.time.LocalDateTime;

/**
 * How often somebody tried to log in lately.
 *
 * @param subject     {@code user:NAME} or {@code address:NET}
 * @param lockOuts    how often it was locked; each lock is longer
 * @param lockedUntil UTC; null where it is open
 */
public record Tries(String subject, int tries, int lockOuts, LocalDateTime lockedUntil) {}
