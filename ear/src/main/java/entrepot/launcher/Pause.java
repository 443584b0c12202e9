package entrepot.launcher;

/** A short wait between two looks at something that becomes ready. */
final class Pause {

    private Pause() {}

    static void millis(long length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped while starting.", interrupted);
        }
    }
}
