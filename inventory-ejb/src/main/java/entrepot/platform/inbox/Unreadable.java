package entrepot.platform.inbox;

/** A message that no later try will understand. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason);
    }
}
