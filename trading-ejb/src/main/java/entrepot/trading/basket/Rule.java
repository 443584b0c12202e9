package entrepot.trading.basket;

import java.util.function.IntPredicate;

/** What is wanted of a universe, and when. */
public interface Rule {

    /** Days of history beyond which it looks at no price; more where the plan looks further back. */
    int need();

    /** What it decides for a day may rest on that day and those before it. @param goOn asked at each decision with its day; @return null where it said no */
    Wanted on(Universe universe, Plan plan, IntPredicate goOn);

    /** Name and settings, stable: part of what a result is known by. */
    String words();
}
