package entrepot.inventory.payable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entrepot.inventory.exchange.RateBook;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.MoneyLine;
import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Money;
import entrepot.kernel.book.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is owed in another currency stands at the rate of the day; what that changes is an exchange difference (IAS 21.23, 21.28). */
class ClosingRateTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Account PAYABLES = new Account("2100");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 30);

    @Test
    void aRiseOfTheRateIsALossAndOfACreditNoteAGain() {
        ClosingRate rate = rate(MARCH, open("100.00", "80.00", null), open("-10.00", "-8.00", null));
        assertThat(rate.refusals()).isEmpty();
        assertThat(rate.money()).extracting(MoneyLine::account, MoneyLine::role, line -> line.amount().decimal().toPlainString())
                .containsExactly(tuple(PAYABLES, null, "-5.00"), tuple(PAYABLES, null, "0.50"), tuple(null, AccountRole.EXCHANGE, "4.50"));
    }

    @Test
    void theNextOneBeginsWhereTheLastEnded() {
        ClosingRate rate = rate(APRIL, open("100.00", "85.00", MARCH));
        assertThat(rate.difference()).isEqualTo(gbp("-3.00"));
    }

    @Test
    void anEarlierDayAnUnknownRateAndNothingNewAreRefused() {
        assertThat(codes(rate(MARCH, open("100.00", "82.00", APRIL)))).containsExactly("revalued-since");
        assertThat(codes(rate(LocalDate.of(2026, 1, 1), open("100.00", "80.00", null)))).containsExactly("rate-missing");
        assertThat(codes(rate(MARCH, open("100.00", "85.00", MARCH)))).containsExactly("no-change");
        assertThat(codes(rate(MARCH))).containsExactly("no-change");
    }

    @Test
    void whatIsUndoneComesBackToNothing() {
        assertThat(rate(MARCH, open("0.00", "5.00", MARCH)).difference()).isEqualTo(gbp("-5.00"));
    }

    private static List<String> codes(ClosingRate rate) {
        return rate.refusals().stream().map(Refusal::code).toList();
    }

    private static ClosingRate rate(LocalDate day, OpenInvoice... open) {
        var rates = new TreeMap<>(Map.of(MARCH.withDayOfMonth(1), new BigDecimal("0.85"), APRIL.withDayOfMonth(1), new BigDecimal("0.82")));
        return new ClosingRate(day, List.of(open), new RateBook(GBP, Map.of(USD, rates)));
    }

    private static OpenInvoice open(String owed, String carried, LocalDate revalued) {
        return new OpenInvoice(1, "S", "A1", MARCH, Money.of(new BigDecimal(owed), USD), gbp(carried), PAYABLES, revalued);
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
