package entrepot.inventory.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rates of all codes, and from which day each holds. */
public record TaxRates(Map<String, Code> codes, TaxRounding rounding) {

    /**
     * @param before the first day of {@code from}
     * @param from   the day on which a rate begins to hold
     */
    public record Code(TaxKind kind, BigDecimal before, NavigableMap<LocalDate, BigDecimal> from) {
        public Code {
            from = new TreeMap<>(from);
        }

        BigDecimal on(LocalDate day) {
            Map.Entry<LocalDate, BigDecimal> latest = from.floorEntry(day);
            return kind == TaxKind.EXEMPT ? BigDecimal.ZERO : latest == null ? before : latest.getValue();
        }
    }

    public TaxRates {
        codes = Map.copyOf(codes);
    }

    /** As a share of the net amount: what a document asks for. Null where there is no such code; zero for none at all. */
    public BigDecimal charged(String code, LocalDate day) {
        if (code == null) {
            return BigDecimal.ZERO;
        }
        Code found = codes.get(code);
        return found == null ? null : found.kind() == TaxKind.REVERSE_CHARGE ? BigDecimal.ZERO : found.on(day);
    }

    /** What a buyer owes the state in the seller's place. */
    public BigDecimal owedByBuyer(String code, LocalDate day) {
        Code found = code == null ? null : codes.get(code);
        return found == null || found.kind() != TaxKind.REVERSE_CHARGE ? BigDecimal.ZERO : found.on(day);
    }
}
