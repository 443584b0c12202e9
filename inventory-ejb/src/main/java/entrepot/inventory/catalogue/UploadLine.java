package entrepot.inventory.catalogue;

import java.util.List;

/**
 * A line of an upload.
 *
 * @param line  in the file, from 1
 * @param entry null where the line could not be read
 * @param flaws why it could not, or what was wrong before the item's own rules
 */
public record UploadLine(long line, ItemEntry entry, List<Flaw> flaws) {}
