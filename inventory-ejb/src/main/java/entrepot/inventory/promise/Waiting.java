package entrepot.inventory.promise;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A line of a reservation that waits for goods on order.
 *
 * @param priority 1 comes first
 * @param number   of the reservation; of two alike the one made first comes first
 */
public record Waiting(UUID reservation, int line, int priority, LocalDate wantedOn, String number, Quantity awaited) {

    /** What a line gets of goods that are free now. */
    public record Share(Waiting line, Quantity quantity) {}

    private static final Comparator<Waiting> TURN = Comparator.comparingInt(Waiting::priority)
            .thenComparing(Waiting::wantedOn)
            .thenComparing(Waiting::number)
            .thenComparingInt(Waiting::line);

    /** Each in its turn gets all it waits for, the last one what is left. */
    public static List<Share> shares(Quantity free, Collection<Waiting> lines) {
        List<Share> shares = new ArrayList<>();
        Quantity left = free;
        for (Waiting line : lines.stream().sorted(TURN).toList()) {
            Quantity gets = Quantity.smaller(left, line.awaited());
            if (gets.isPositive()) {
                shares.add(new Share(line, gets));
                left = left.minus(gets);
            }
        }
        return shares;
    }
}
