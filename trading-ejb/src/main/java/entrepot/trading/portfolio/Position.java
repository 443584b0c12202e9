package entrepot.trading.portfolio;

/** What is held of one contract, long or short, and what came of what was closed. Money is minor units, units are millionths. */
public final class Position {

    private final Contract contract;
    private final LotMethod method;
    private TaxLots lots;
    private int side;
    private long realised;
    private long settled;

    Position(Contract contract, LotMethod method) {
        this.contract = contract;
        this.method = method;
        this.lots = new TaxLots(method);
    }

    public Contract contract() {
        return contract;
    }

    /** Above zero long, below short. */
    public long units() {
        return side * lots.units();
    }

    /** What the open units came for; of a short what they were sold for. */
    public long openedFor() {
        return lots.value();
    }

    /** Gained by what was closed, fees not taken off. */
    public long realised() {
        return realised;
    }

    public long value(long price) {
        return side == 0 ? 0 : contract.value(price, units());
    }

    /** What the open units would gain at this price. */
    public long unrealised(long price) {
        return value(price) - side * lots.value();
    }

    /** What the account has in it beside the cash: the value, or of a future what is not paid out yet. */
    public long worth(long price) {
        return contract.margined() ? value(price) - settled : value(price);
    }

    /** @param traded above zero where bought; @return cash that it brings, below zero where it takes some */
    long trade(long traded, long price) {
        long value = contract.value(price, traded);
        int way = Long.signum(traded);
        long closing = way == -side ? Math.min(Math.abs(traded), lots.units()) : 0;
        long closingValue = closing == Math.abs(traded) ? way * value : contract.value(price, closing);
        if (closing > 0) {
            realised = Math.addExact(realised, side * (closingValue - lots.relieve(closing)));
        }
        long opening = Math.abs(traded) - closing;
        if (opening > 0) {
            lots.add(opening, way * value - closingValue);
            side = way;
        } else if (lots.units() == 0) {
            side = 0;
        }
        if (contract.margined()) {
            settled = Math.addExact(settled, value);
            return 0;
        }
        return Math.negateExact(value);
    }

    /** Daily settlement of a future. @return cash that it brings */
    long settle(long price) {
        if (!contract.margined()) {
            return 0;
        }
        long value = value(price);
        long variation = value - settled;
        settled = value;
        return variation;
    }
}
