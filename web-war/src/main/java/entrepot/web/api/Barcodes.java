package entrepot.web.api;

import entrepot.inventory.catalogue.Gtin;
import entrepot.inventory.catalogue.ScannedCode;
import java.util.Optional;

/** Scanned codes in requests. */
final class Barcodes {

    private Barcodes() {}

    static Optional<Gtin> gtin(Fields fields, String pointer, ScannedCode code) {
        try {
            return code.gtin();
        } catch (IllegalArgumentException wrong) {
            fields.refuse(pointer, "gtin", wrong.getMessage());
            fields.check();
            throw wrong;
        }
    }
}
