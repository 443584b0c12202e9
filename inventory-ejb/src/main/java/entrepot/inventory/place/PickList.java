package entrepot.inventory.place;

import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Where to take goods from, on one way through the site.
 *
 * @param missing what no place has
 */
public record PickList(List<Pick> picks, Quantity missing) {

    private static final Comparator<Lying> WAY = Comparator.comparingInt(Lying::sequence).thenComparing(Lying::place);

    public record Pick(String place, String zone, Quantity quantity) {}

    /** Each place on the way gives what it has, until it is enough. */
    public static PickList of(Quantity wanted, Collection<Lying> places) {
        List<Pick> picks = new ArrayList<>();
        Quantity left = wanted;
        for (Lying place : places.stream().sorted(WAY).toList()) {
            Quantity taken = Quantity.smaller(left, place.onHand());
            if (taken.isPositive()) {
                picks.add(new Pick(place.place(), place.zone(), taken));
                left = left.minus(taken);
            }
        }
        return new PickList(List.copyOf(picks), left);
    }
}
