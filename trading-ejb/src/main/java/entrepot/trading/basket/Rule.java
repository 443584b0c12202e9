package entrepot.trading.basket;

/** Which instruments are wanted, and which way. */
public interface Rule {

    /** Days of history beyond which it looks at no price. */
    int need();

    Choice on(Universe universe);

    /** Name and settings, stable: part of what a result is known by. */
    String words();

    /** What a rule wants of one universe. Its answer for a day may rest on that day and those before it. */
    interface Choice {

        /** 1 long, -1 short, 0 nothing. @param eligible those that may be wanted: with enough history, and prices that still come */
        int[] sides(int day, boolean[] eligible);
    }
}
