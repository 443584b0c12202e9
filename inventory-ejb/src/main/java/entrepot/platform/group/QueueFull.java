package entrepot.platform.group;

/** More wait than can be served in good time: try again a little later. */
public final class QueueFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFull(int longest) {
        super(longest + " wait already");
    }
}
