package entrepot.inventory.catalogue;

/**
 * Which part of a list.
 *
 * @param text   start of the code or of a word of the name, or null
 * @param active null for both
 * @param after  the last code of the part before, or null
 */
public record Listing(String text, Boolean active, String after, int limit) {}
