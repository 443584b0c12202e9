package entrepot.trading.basket;

/**
 * What one instrument brought, in minor units. All of them together are what the account gained, to the unit.
 *
 * @param borrow paid for shorts
 * @param worth  of what is held at the end
 */
public record Part(int member, long bought, long sold, long fees, long borrow, long dividends, long splits, long worth) {

    public long profit() {
        return sold - bought - fees - borrow + dividends + splits + worth;
    }
}
