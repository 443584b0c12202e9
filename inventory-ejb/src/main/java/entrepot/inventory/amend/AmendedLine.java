package entrepot.inventory.amend;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.valuation.Basis;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A line of a posting as it stands, corrections and charges included.
 *
 * @param line     of its document, from 0
 * @param quantity signed, as it is now
 * @param price    what the goods themselves cost, without charges; zero where they left
 * @param worth    what they are worth to stock now, signed
 * @param weight   kilograms of one unit, or null
 * @param volume   litres of one unit, or null
 * @param pieces   of catch-weight goods as they are now, without sign; else null
 * @param reversed whether its posting was undone
 */
public record AmendedLine(
        UUID posting, PostingKind kind, int line, long movement, Basis basis, ItemId item, String sku, LocationId location,
        Quantity quantity, Money price, Money worth, boolean reversed, String source,
        BigDecimal weight, BigDecimal volume, Long pieces) {}
