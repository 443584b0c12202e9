package entrepot.inventory.catalogue;

import entrepot.kernel.Quantity;

/** A quantity in the stock unit, exactly, or why it cannot be had. */
public sealed interface Conversion {

    record Exact(Quantity quantity) implements Conversion {}

    /** @param code {@code unknown-unit}, {@code other-dimension}, {@code not-exact} or {@code too-large} */
    record Refused(String code, String detail) implements Conversion {}
}
