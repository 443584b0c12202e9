package entrepot.inventory.tax;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TaxRatesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final BigDecimal NINETEEN = new BigDecimal("0.19");
    private static final BigDecimal SIXTEEN = new BigDecimal("0.16");
    private static final LocalDate JULY = LocalDate.of(2020, 7, 1);

    /** Germany, second half of 2020. */
    private static final TaxRates RATES = new TaxRates(Map.of(
            "STD", code(TaxKind.STANDARD), "NONE", code(TaxKind.EXEMPT), "RC", code(TaxKind.REVERSE_CHARGE)), TaxRounding.LINE);

    @Test
    void aRateHoldsFromItsDayUntilTheNext() {
        assertThat(RATES.charged("STD", JULY.minusDays(1))).isEqualTo(NINETEEN);
        assertThat(RATES.charged("STD", JULY)).isEqualTo(SIXTEEN);
        assertThat(RATES.charged("STD", LocalDate.of(2020, 12, 31))).isEqualTo(SIXTEEN);
        assertThat(RATES.charged("STD", LocalDate.of(2021, 1, 1))).isEqualTo(NINETEEN);
        assertThat(RATES.charged(null, JULY)).isZero();
        assertThat(RATES.charged("?", JULY)).isNull();
    }

    @Test
    void exemptIsOwedByNobodyAndReverseChargeByTheBuyer() {
        assertThat(RATES.charged("NONE", JULY)).isZero();
        assertThat(RATES.charged("RC", JULY)).isZero();
        assertThat(RATES.owedByBuyer("RC", JULY)).isEqualTo(SIXTEEN);
        assertThat(RATES.owedByBuyer("STD", JULY)).isZero();
    }

    @Test
    void byLineEachIsRoundedAndByDocumentTheirSum() {
        RunningTax line = new RunningTax(TaxRounding.LINE);
        RunningTax document = new RunningTax(TaxRounding.DOCUMENT);
        assertThat(line.on("STD", NINETEEN, eur(3)).plus(line.on("STD", NINETEEN, eur(3)))).isEqualTo(eur(2));
        assertThat(document.on("STD", NINETEEN, eur(3)).plus(document.on("STD", NINETEEN, eur(3)))).isEqualTo(eur(1));
    }

    @Test
    void linesOfADocumentAddUpToItsTaxRateByRate() {
        long seed = 19;
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            RunningTax document = new RunningTax(TaxRounding.DOCUMENT);
            Money taxes = eur(0);
            Money nets = eur(0);
            Money totals = eur(0);
            Money withouts = eur(0);
            for (int line = 0; line < 20; line++) {
                Money amount = eur(random.nextInt(2000) - 200);
                taxes = taxes.plus(document.on("STD", NINETEEN, amount));
                nets = nets.plus(amount);
                document.on("RED", new BigDecimal("0.07"), amount);
                withouts = withouts.plus(document.without("STD", NINETEEN, amount));
                totals = totals.plus(amount);
            }
            assertThat(taxes).as("seed %d, round %d", seed, round).isEqualTo(Money.rounded(nets.decimal().multiply(NINETEEN), EUR));
            assertThat(withouts).as("seed %d, round %d", seed, round).isEqualTo(new RunningTax(TaxRounding.LINE).without("STD", NINETEEN, totals));
        }
    }

    private static TaxRates.Code code(TaxKind kind) {
        return new TaxRates.Code(kind, NINETEEN, new TreeMap<>(Map.of(JULY, SIXTEEN, LocalDate.of(2021, 1, 1), NINETEEN)));
    }

    private static Money eur(long cents) {
        return new Money(cents, EUR);
    }
}
