package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.ChartOfAccounts.Key;
import entrepot.kernel.book.Account;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChartOfAccountsTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final ChartOfAccounts CHART = new ChartOfAccounts(Map.of(
            new Key(AccountRole.REVENUE, 0, 0), new TreeMap<>(Map.of(ChartOfAccounts.BEGINNING, new Account("4000"), MAY, new Account("4001"))),
            new Key(AccountRole.REVENUE, 0, 7), new TreeMap<>(Map.of(ChartOfAccounts.BEGINNING, new Account("4007"))),
            new Key(AccountRole.REVENUE, 3, 0), new TreeMap<>(Map.of(MAY, new Account("4300"))),
            new Key(AccountRole.REVENUE, 3, 7), new TreeMap<>(Map.of(MAY.plusDays(9), new Account("4307")))), Map.of());

    @Test
    void theMostSpecialMappingThatHoldsOnTheDayCounts() {
        assertThat(account(0, 0, MAY.minusDays(1))).isEqualTo("4000");
        assertThat(account(0, 0, MAY)).isEqualTo("4001");
        assertThat(account(1, 7, MAY)).as("a site").isEqualTo("4007");
        assertThat(account(3, 7, MAY.minusDays(1))).as("that of the category does not hold yet").isEqualTo("4007");
        assertThat(account(3, 7, MAY)).as("a category comes before a site").isEqualTo("4300");
        assertThat(account(3, 7, MAY.plusDays(9))).as("both").isEqualTo("4307");
    }

    private static String account(long category, long site, LocalDate day) {
        return CHART.account(AccountRole.REVENUE, category, site, day).code();
    }
}
