package entrepot.inventory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void changesCurrenciesOfNoTwoAndThreeDecimals() {
        assertThat(exchange("JPY", "0.00525").inBook(money("1235", "JPY"))).isEqualTo(money("6.48", "GBP"));
        assertThat(exchange("KWD", "2.5").inBook(money("1.235", "KWD"))).isEqualTo(money("3.09", "GBP"));
        Exchange toYen = new Exchange(GBP, Currency.getInstance("JPY"), new BigDecimal("190.5"));
        assertThat(toYen.inBook(money("0.01", "GBP"))).isEqualTo(money("2", "JPY"));
    }

    @Test
    void partsAddUpToTheWhole() {
        List<Money> parts = exchange("USD", "0.333").inBook(List.of(money("0.01", "USD"), money("0.01", "USD"), money("0.01", "USD")));
        assertThat(parts).containsExactly(money("0.00", "GBP"), money("0.01", "GBP"), money("0.00", "GBP"));
    }

    @Test
    void theLatestRateOnOrBeforeTheDayHolds() {
        Currency usd = Currency.getInstance("USD");
        var rates = new RateBook(GBP, Map.of(usd, new TreeMap<>(Map.of(MONDAY, new BigDecimal("0.8"), MONDAY.plusDays(4), new BigDecimal("0.9")))));
        assertThat(rates.on(usd, MONDAY.minusDays(1))).isEmpty();
        assertThat(rates.on(usd, MONDAY.plusDays(3)).orElseThrow().rate()).isEqualByComparingTo("0.8");
        assertThat(rates.on(usd, MONDAY.plusDays(30)).orElseThrow().rate()).isEqualByComparingTo("0.9");
        assertThat(rates.on(GBP, MONDAY).orElseThrow().isForeign()).isFalse();
    }

    @Test
    void aRateOfMoreDigitsThanAreKeptIsRefused() {
        assertThatThrownBy(() -> exchange("USD", "0.1234567890123")).hasMessageContaining("12 digits at most");
        assertThatThrownBy(() -> exchange("USD", "0")).hasMessageContaining("above 0");
        assertThat(Exchange.isRate(new BigDecimal("0.000030012345"))).isTrue();
    }

    private static Exchange exchange(String of, String rate) {
        return new Exchange(Currency.getInstance(of), GBP, new BigDecimal(rate));
    }

    private static Money money(String amount, String currency) {
        return Money.of(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
