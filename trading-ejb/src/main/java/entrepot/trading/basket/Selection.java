package entrepot.trading.basket;

import java.util.List;
import java.util.function.IntPredicate;

/** A rule that says which instruments are wanted, and which way; the plan shares out the money among them. */
public interface Selection extends Rule {

    Choice on(Universe universe);

    @Override
    default Wanted on(Universe universe, Plan plan, IntPredicate goOn) {
        List<Decision> decisions = Decisions.of(universe, this, plan, goOn);
        return decisions == null ? null : new Wanted(decisions, null);
    }

    /** What a rule wants of one universe. Its answer for a day may rest on that day and those before it. */
    interface Choice {

        /** 1 long, -1 short, 0 nothing. @param eligible those that may be wanted: with enough history, and prices that still come */
        int[] sides(int day, boolean[] eligible);
    }
}
