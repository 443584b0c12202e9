package entrepot.trading.learning;

/**
 * Tests on every choice of some groups out of all, which makes several paths through time and not one.
 *
 * @param groups time is cut into; @param tested at once, fewer than groups
 * @see "López de Prado 2018, chapter 12"
 */
public record CombinatorialSplits(int groups, int tested) {

    public CombinatorialSplits {
        if (tested < 1 || tested >= groups) {
            throw new IllegalArgumentException(tested + " of " + groups + " groups tested, must be 1 or more and fewer than all");
        }
    }

    /** Ways to choose. @throws ArithmeticException beyond a long */
    public long splits() {
        long count = 1;
        for (int at = 1; at <= tested; at++) {
            count = Math.multiplyExact(count, groups - tested + at) / at;
        }
        return count;
    }

    /** Each group is tested as often, so that many whole paths come together. */
    public long paths() {
        return Math.multiplyExact(splits(), tested) / groups;
    }
}
