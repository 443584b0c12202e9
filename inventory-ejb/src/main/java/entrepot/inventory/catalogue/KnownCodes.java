package entrepot.inventory.catalogue;

import java.util.Currency;
import java.util.Map;

/**
 * What an item may refer to: active codes only, with the row number where there is one.
 *
 * @param currency the company's
 */
public record KnownCodes(
        Map<String, UnitOfMeasure> units,
        Map<String, Long> categories,
        Map<String, Long> suppliers,
        Map<String, String> taxCodes,
        Currency currency) {}
