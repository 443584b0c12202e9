package entrepot.trading.strategy;

import java.time.LocalDateTime;
import java.util.regex.Pattern;

/**
 * Rules under a name, as they were saved once; a later save is another version.
 *
 * @param version from 1
 * @param note    why it was saved, or null
 * @param savedAt UTC
 */
public record SavedStrategy(String name, int version, RuleStrategy rule, String note, LocalDateTime savedAt, String savedBy) {

    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}");

    /** What a backtest of it says it ran: its name and version. */
    public String words() {
        return name + " v" + version;
    }
}
