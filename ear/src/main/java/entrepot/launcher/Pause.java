package entrepot.launcher;

/** A short wait between two looks at something that becomes ready. */
public final class Pause {

    private Pause() {}

    public static void millis(long length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            // Not passed on: what was started meanwhile is still to be stopped in good order.
            throw new CannotStart("Stopped while starting.", interrupted);
        }
    }
}
