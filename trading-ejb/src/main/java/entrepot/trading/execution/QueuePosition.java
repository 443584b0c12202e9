package entrepot.trading.execution;

/**
 * Where an order stands in the queue of its price, as far as the volume of the level (L2) and the trades can say. What is cancelled is taken
 * to have stood behind as long as that can be, so it is never further in front than it would have been. Sizes are lots.
 */
public final class QueuePosition {

    private long ahead;
    private long left;

    /** @param ahead volume of the level before it came; @param size above zero */
    public QueuePosition(long ahead, long size) {
        if (ahead < 0 || size <= 0) {
            throw new IllegalArgumentException("ahead is " + ahead + ", size is " + size + ", must be 0 or more, and above 0");
        }
        this.ahead = ahead;
        this.left = size;
    }

    /** Others that would trade first, at most. */
    public long ahead() {
        return ahead;
    }

    public long left() {
        return left;
    }

    /** So much traded at its price. @return how much of it that fills */
    public long traded(long size) {
        long filled = Math.min(left, Math.max(0, size - ahead));
        ahead = Math.max(0, ahead - size);
        left -= filled;
        return filled;
    }

    /** It traded at a worse price for whoever came: the level was used up, and this order with it. @return how much of it that fills */
    public long tradedThrough() {
        long filled = left;
        ahead = 0;
        left = 0;
        return filled;
    }

    /** What the level holds of others now, trades told before. */
    public void level(long volume) {
        ahead = Math.min(ahead, volume);
    }
}
