package entrepot.trading.basket;

/** The account day by day. */
final class BasketCurve {

    private final Universe universe;
    private final Account account;
    private final double minor;
    final double[] equity;
    final double[] cash;
    final double[][] weights;
    /** What was held over the day as shares of the worth at the close before, at the open. */
    final double[][] opened;

    BasketCurve(Universe universe, Account account, double minor) {
        this.universe = universe;
        this.account = account;
        this.minor = minor;
        this.equity = new double[universe.days()];
        this.cash = new double[universe.days()];
        this.weights = new double[universe.days()][universe.size()];
        this.opened = new double[universe.days()][universe.size()];
    }

    void close(int day) {
        long worth = account.worth(day);
        equity[day] = worth / minor;
        cash[day] = account.cash() / minor;
        double before = day == 0 ? account.start() / minor : equity[day - 1];
        for (int member = 0; member < universe.size(); member++) {
            if (account.units(member) != 0 && worth > 0) {
                double inIt = account.worth(member, day) / minor;
                weights[day][member] = inIt / equity[day];
                opened[day][member] = inIt * universe.open(member, day) / universe.close(member, day) / before;
            }
        }
    }
}
