package entrepot.kernel;

/** The row number of a location that holds stock. */
public record LocationId(long value) implements Comparable<LocationId> {

    @Override
    public int compareTo(LocationId other) {
        return Long.compare(value, other.value);
    }
}
