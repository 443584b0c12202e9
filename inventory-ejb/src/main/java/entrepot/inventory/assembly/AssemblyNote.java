package entrepot.inventory.assembly;

import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Something is made, or taken apart.
 *
 * @param kind     ASSEMBLY or DISASSEMBLY
 * @param sku      what is made, or taken apart
 * @param location code of the place where that which goes in is taken
 * @param to       code of the place where that which comes out is put
 * @param beside   what labour and overhead really were, or null: what the bill says
 * @param lots     of the item; empty: of one not kept by lot, or as the book chooses
 * @param pieces   of the item, where it is of catch weight; null where nothing is said
 * @param parts    what really went in or came out; empty: what the bill says
 */
public record AssemblyNote(
        UUID id, PostingKind kind, String sku, Quantity quantity, String location, String to, LocalDate businessDate, Instant at,
        String reference, String reason, Money beside, List<NamedLot> lots, Long pieces, List<Part> parts) {

    /** @param pieces of catch-weight goods; null where nothing is said */
    public record Part(String sku, Quantity quantity, List<NamedLot> lots, Long pieces) {
        public Part {
            lots = List.copyOf(lots);
        }
    }

    public AssemblyNote {
        lots = List.copyOf(lots);
        parts = List.copyOf(parts);
    }

    public boolean makes() {
        return kind == PostingKind.ASSEMBLY;
    }
}
