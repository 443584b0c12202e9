package entrepot.inventory.promise;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of an item at a site can be promised for each day: cumulative available-to-promise with look-ahead. What is on hand
 * and what comes up to a day, less what is promised up to it, is the projected stock of that day; what can be promised for
 * a day is the lowest projected stock from that day on, so that no promise for a later day is broken.
 *
 * @see "APICS Dictionary, 'cumulative available-to-promise', with look-ahead; Infor LN, 'To compute the cumulative ATP': the
 *      lowest uncorrected value that occurs in the future"
 */
public final class AvailableToPromise {

    /**
     * A day on which something comes or is promised.
     *
     * @param projected  on hand at its end if all comes and goes as said; negative where more is promised than comes
     * @param promisable may still be promised for this day, never negative
     */
    public record Day(LocalDate day, Quantity coming, Quantity promised, Quantity projected, Quantity promisable) {}

    private final List<Day> days;

    private AvailableToPromise(List<Day> days) {
        this.days = List.copyOf(days);
    }

    /**
     * @param available on hand and fit to be sold, whoever it is reserved for
     * @param coming    open orders to suppliers by the day they are expected; what is overdue counts for nothing
     * @param promised  what is reserved by the day it is wanted; what is overdue is wanted today
     */
    public static AvailableToPromise of(
            LocalDate today, Quantity available, Map<LocalDate, Quantity> coming, Map<LocalDate, Quantity> promised) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        dates.add(today);
        coming.keySet().stream().filter(day -> day.isAfter(today)).forEach(dates::add);
        promised.keySet().stream().filter(day -> day.isAfter(today)).forEach(dates::add);
        List<Day> projected = new ArrayList<>();
        Quantity stock = available;
        for (LocalDate day : dates) {
            Quantity comes = coming.getOrDefault(day, Quantity.ZERO);
            Quantity goes = day.equals(today) ? upTo(today, promised) : promised.getOrDefault(day, Quantity.ZERO);
            stock = stock.plus(comes).minus(goes);
            projected.add(new Day(day, comes, goes, stock, stock));
        }
        return new AvailableToPromise(lookAhead(projected));
    }

    /**
     * Of what is sold as one: as many as all its parts can be promised for, in whole units.
     *
     * @param parts what of each part can be promised; @param each so much of it is in one
     */
    public static AvailableToPromise ofParts(List<AvailableToPromise> parts, List<Quantity> each) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        parts.forEach(part -> part.days.forEach(day -> dates.add(day.day())));
        List<Day> days = new ArrayList<>();
        for (LocalDate day : dates) {
            Quantity fewest = null;
            for (int part = 0; part < parts.size(); part++) {
                Quantity whole = whole(parts.get(part).on(day), each.get(part));
                fewest = fewest == null ? whole : Quantity.smaller(fewest, whole);
            }
            days.add(new Day(day, Quantity.ZERO, Quantity.ZERO, fewest, fewest));
        }
        return new AvailableToPromise(days);
    }

    /** How many whole ones so much is enough for. */
    public static Quantity whole(Quantity there, Quantity each) {
        return there.isPositive() ? Quantity.units(there.millionths() / each.millionths()) : Quantity.ZERO;
    }

    private static Quantity upTo(LocalDate today, Map<LocalDate, Quantity> promised) {
        return promised.entrySet().stream()
                .filter(one -> !one.getKey().isAfter(today))
                .map(Map.Entry::getValue)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static List<Day> lookAhead(List<Day> projected) {
        List<Day> days = new ArrayList<>(projected);
        Quantity lowest = new Quantity(Long.MAX_VALUE);
        for (int i = days.size() - 1; i >= 0; i--) {
            Day day = days.get(i);
            lowest = Quantity.smaller(lowest, day.projected());
            Quantity promisable = lowest.isPositive() ? lowest : Quantity.ZERO;
            days.set(i, new Day(day.day(), day.coming(), day.promised(), day.projected(), promisable));
        }
        return days;
    }

    /** Today, and each later day that changes something. */
    public List<Day> days() {
        return days;
    }

    /** Whether on some day more is promised than is there. */
    public boolean isBroken() {
        return days.stream().anyMatch(day -> day.projected().compareTo(Quantity.ZERO) < 0);
    }

    /** What can be promised for {@code day}; for an earlier one than today nothing can. */
    public Quantity on(LocalDate day) {
        Quantity found = Quantity.ZERO;
        for (Day one : days) {
            if (!one.day().isAfter(day)) {
                found = one.promisable();
            }
        }
        return found;
    }

    /** The first day for which so much can be promised; empty where nobody knows one. */
    public Optional<LocalDate> earliest(Quantity wanted) {
        return days.stream().filter(day -> day.promisable().compareTo(wanted) >= 0).map(Day::day).findFirst();
    }
}
