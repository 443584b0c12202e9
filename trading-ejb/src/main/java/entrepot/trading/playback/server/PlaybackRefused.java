package entrepot.trading.playback.server;

import jakarta.ejb.ApplicationException;

/** A backtest that cannot be gone through. */
@ApplicationException
public final class PlaybackRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    PlaybackRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** {@code not-finished}, {@code not-by-bars}, {@code data-changed} or {@code other-result}. */
    public String code() {
        return code;
    }
}
