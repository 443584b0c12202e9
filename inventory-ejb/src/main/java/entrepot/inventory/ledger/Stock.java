package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.Source;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import java.time.LocalDate;

/** What the book holds of stock at a moment: the pools it is valued in and the places where it lies. */
public final class Stock {

    private Stock() {}

    /** An item at a place. @param lot the number of one lot of it, or 0: whatever lot it is of */
    public record Place(ItemId item, LocationId location, long lot) implements Comparable<Place> {

        public Place(ItemId item, LocationId location) {
            this(item, location, 0);
        }

        public Place ofLot(long number) {
            return new Place(item, location, number);
        }

        public Place whole() {
            return lot == 0 ? this : new Place(item, location);
        }

        @Override
        public int compareTo(Place other) {
            int byItem = item.compareTo(other.item);
            int byPlace = byItem != 0 ? byItem : location.compareTo(other.location);
            return byPlace != 0 ? byPlace : Long.compare(lot, other.lot);
        }
    }

    /**
     * A cost pool and where it stands in its history.
     *
     * @param ordinal  of the last movement
     * @param lastDate the latest business date posted, or null
     */
    public record Pool(long id, CostPool cost, long ordinal, LocalDate lastDate) {

        Pool after(LocalDate date) {
            return new Pool(id, cost, ordinal + 1, lastDate != null && lastDate.isAfter(date) ? lastDate : date);
        }
    }

    /**
     * A movement of the book that a new one names.
     *
     * @param came     whether it brought stock
     * @param reopened the last day on which a return of it was undone, or null
     * @param pieces   that it moved, with its sign and its corrections; null where pieces are not counted
     */
    public record Named(Place place, boolean came, LocalDate date, Source source, LocalDate reopened, Long pieces) {

        /** Of which no return was undone. */
        public Named(Place place, boolean came, LocalDate date, Source source) {
            this(place, came, date, source, null, null);
        }

        public long movement() {
            return source.movement();
        }

        Named with(Source now) {
            return new Named(place, came, date, now, reopened, pieces);
        }

        Named reopenedOn(LocalDate day) {
            return reopened != null && reopened.isAfter(day) ? this : new Named(place, came, date, source, day, pieces);
        }

        Named plusPieces(long more) {
            return new Named(place, came, date, source, reopened, pieces == null ? null : Long.valueOf(pieces + more));
        }

        /** Whether what was open of it on the day may be less than is open of it now. */
        boolean isReopenedAfter(LocalDate day) {
            return reopened != null && reopened.isAfter(day);
        }
    }
}
