package entrepot.web.api;

import entrepot.inventory.catalogue.Gtin;
import entrepot.inventory.catalogue.ScannedCode;
import entrepot.inventory.gs1.GoodsCode;
import java.time.LocalDate;
import java.util.Optional;

/** Scanned codes in requests. */
final class Barcodes {

    private Barcodes() {}

    /** Refuses a GS1 code with something wrong in it, saying what. */
    static void check(Fields fields, String pointer, String code) {
        try {
            GoodsCode.read(code, LocalDate.EPOCH);
        } catch (IllegalArgumentException wrong) {
            fields.refuse(pointer, "gs1", wrong.getMessage());
            fields.check();
        }
    }

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
