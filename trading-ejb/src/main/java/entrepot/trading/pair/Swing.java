package entrepot.trading.pair;

import entrepot.trading.strategy.Misfit;

/** When a spread is held: in where its score is far, out where it has come back, has gone on, or is trusted no more. One bar after the other. */
public final class Swing {

    private final double enter;
    private final double exit;
    private final double stop;
    private int held;
    private int locked;
    private Ending ending;

    /** @param enter score beyond which it is entered; above {@code exit}, below {@code stop} */
    public Swing(double enter, double exit, double stop) {
        this.enter = enter;
        this.exit = exit;
        this.stop = stop;
    }

    /** @throws Misfit where the numbers do not go together */
    public static void check(double enter, double exit, double stop) {
        if (!(exit < enter && enter < stop)) {
            throw new Misfit("enter", "must be above exit, " + exit + ", and below stop, " + stop + ", is " + enter);
        }
    }

    /** 1 where it is held, -1 where it is sold short, 0 neither. */
    public int held() {
        return held;
    }

    /** Why it ended with the last bar; null where it did not. */
    public Ending ending() {
        return ending;
    }

    /** @param score not a number where it is not known; @param trusted whether it still looks like one that comes back; @return {@link #held} after it */
    public int next(double score, boolean trusted) {
        ending = null;
        held = held == 0 ? entered(score, trusted) : left(score, trusted);
        return held;
    }

    private int entered(double score, boolean trusted) {
        if (locked != 0 && isBack(locked, score)) {
            locked = 0;
        }
        boolean far = Math.abs(score) > enter && Math.abs(score) < stop;
        int side = score > 0 ? -1 : 1;
        return far && trusted && side != locked ? side : 0;
    }

    private int left(double score, boolean trusted) {
        if (!trusted) {
            ending = Ending.BROKEN;
        } else if (held * score <= -stop) {
            ending = Ending.STOPPED;
            locked = held;
        } else if (isBack(held, score)) {
            ending = Ending.BACK;
        }
        return ending == null ? held : 0;
    }

    private boolean isBack(int side, double score) {
        return side * score >= -exit;
    }
}
