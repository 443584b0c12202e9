package entrepot.trading.screen;

import java.time.LocalDateTime;

/**
 * A screen under a name, as it was saved once; a later save is another version.
 *
 * @param version from 1
 * @param nightly whether its latest version is asked each night
 * @param note    why it was saved, or null
 * @param savedAt UTC
 */
public record SavedScreen(String name, int version, Screen screen, boolean nightly, String note, LocalDateTime savedAt, String savedBy) {}
