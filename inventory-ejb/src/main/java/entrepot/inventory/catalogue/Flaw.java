package entrepot.inventory.catalogue;

/**
 * What is wrong with one field.
 *
 * @param field path from the record, e.g. {@code barcodes/0/gtin}; empty for the record as a whole
 * @param code  stable, kebab-case, e.g. {@code unknown-unit}
 */
public record Flaw(String field, String code, String detail) {}
