package entrepot.trading.basket;

/**
 * What a dividend, a split or the borrowing of a short did to a position, before the open of a day.
 *
 * @param before millionths that were held; @param after the same
 * @param cash   minor units that came, below 0 where a short paid it; of a split the worth of what did not make a whole unit
 */
public record Booking(int day, int member, Kind kind, long before, long after, long cash) {

    public enum Kind {
        DIVIDEND, SPLIT, BORROW
    }
}
