package entrepot.kernel;

/** The row number of an item: what the book stores where people say {@link Sku}. */
public record ItemId(long value) implements Comparable<ItemId> {

    @Override
    public int compareTo(ItemId other) {
        return Long.compare(value, other.value);
    }
}
