package entrepot.trading.basket.server;

import entrepot.trading.basket.BasketResult;
import entrepot.trading.basket.Booking;
import java.util.ArrayList;
import java.util.List;

/** A dividend, a split or what a short cost to borrow, as its row says. @param beforeUnits millionths, as {@code afterUnits}; @param cash minor units */
public record BookingRow(int number, String symbol, long time, Booking.Kind kind, long beforeUnits, long afterUnits, long cash) {

    static List<BookingRow> of(BasketResult found) {
        List<BookingRow> rows = new ArrayList<>();
        for (Booking booking : found.bookings()) {
            rows.add(new BookingRow(rows.size() + 1, found.universe().member(booking.member()).symbol(), found.universe().time(booking.day()), booking.kind(),
                    booking.before(), booking.after(), booking.cash()));
        }
        return rows;
    }
}
