package entrepot.trading.strategy;

/** Wants what rules say bar after bar. @param length bars; a rule that is not there is null and never true */
record RuleDecisions(int length, double[] entry, double[] exit, double[] shortEntry, double[] shortExit) implements Decisions {

    /** Where both sides are to be entered, or none, what is held stays until its exit. */
    @Override
    public int wanted(int bar, int held) {
        boolean leaveLong = is(exit, bar);
        boolean leaveShort = is(shortExit, bar);
        boolean goLong = is(entry, bar) && !leaveLong;
        boolean goShort = is(shortEntry, bar) && !leaveShort;
        if (goLong != goShort) {
            return goLong ? 1 : -1;
        }
        return held > 0 && leaveLong || held < 0 && leaveShort ? 0 : held;
    }

    private static boolean is(double[] rule, int bar) {
        return rule != null && rule[bar] == 1;
    }
}
