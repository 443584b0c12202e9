package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.ItemCard;
import entrepot.inventory.catalogue.UploadLine;

/**
 * An item on its way in.
 *
 * @param card null where the line could not be read; to be used only where there are no flaws
 * @param held the item as it is, or null for a new one
 */
record Intake(UploadLine line, ItemCard card, ItemRow held, Flaws flaws) {

    boolean good() {
        return card != null && flaws.none();
    }

    /** As written, or null. */
    String sku() {
        return line.entry() == null ? null : line.entry().sku();
    }
}
