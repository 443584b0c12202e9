package entrepot.inventory.catalogue;

import entrepot.inventory.valuation.Framework;
import java.util.Currency;
import java.util.Map;
import java.util.Set;

/**
 * What an item may refer to, with the row number where there is one.
 *
 * @param retired  what is out of use, as {@code field code}, e.g. {@code supplier ACME}: it may stay where it is
 * @param currency the company's
 * @param framework by which it reports
 */
public record KnownCodes(
        Map<String, UnitOfMeasure> units,
        Map<String, Long> categories,
        Map<String, Long> suppliers,
        Map<String, String> taxCodes,
        Set<String> retired,
        Currency currency,
        Framework framework) {

    boolean isRetired(String field, String code) {
        return retired.contains(field + " " + code);
    }
}
