package entrepot.trading.basket;

/**
 * What one instrument brought, in minor units. All of them together are what the account gained, to the unit.
 *
 * @param worth of what is held at the end
 */
public record Part(int member, long bought, long sold, long fees, long dividends, long splits, long worth) {

    public long profit() {
        return sold - bought - fees + dividends + splits + worth;
    }
}
