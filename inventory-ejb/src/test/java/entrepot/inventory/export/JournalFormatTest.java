package entrepot.inventory.export;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same entry in the words of each bookkeeping; what an outsider wrote ends no line and is no formula. */
class JournalFormatTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final List<ChartLine> CHART =
            List.of(new ChartLine("1200", "Inventory", "ASSET", true), new ChartLine("5000.A", "Cost\tof \"sales\"", "EXPENSE", false));
    private static final BatchEntry SALE = new BatchEntry(DAY, 7, new UUID(0, 1), PostingKind.SALE, "=S\t1;\"x\"", null, List.of(
            new BatchEntry.Line(0, "1200", gbp(-333), "TEA", "HULL"), new BatchEntry.Line(1, "5000.A", gbp(333), "TEA", "HULL")));

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }

    private static String file(JournalFormat.Name name) {
        JournalFormat format = name.format();
        return format.head(new BatchHead(2, 5, 7, DAY, DAY, 3, 2, gbp(333)), CHART) + format.entry(SALE);
    }

    @Test
    void csv() {
        assertThat(file(JournalFormat.Name.CSV)).endsWith(
                "2,7,2026-03-31,00000000-0000-0000-0000-000000000001,0,SALE,\"'=S\t1;\"\"x\"\"\",,1200,,3.33,TEA,HULL\r\n"
                + "2,7,2026-03-31,00000000-0000-0000-0000-000000000001,1,SALE,\"'=S\t1;\"\"x\"\"\",,5000.A,3.33,,TEA,HULL\r\n");
    }

    @Test
    void hledger() {
        assertThat(file(JournalFormat.Name.HLEDGER)).isEqualTo("""
                ; Journal batch 2: seals 5 to 7, 2026-03-31 to 2026-03-31

                account assets:1200  ; Inventory
                account expenses:5000.A  ; Cost of "sales"

                2026-03-31 * SALE =S 1,"x"  ; seal: 7, posting: 00000000-0000-0000-0000-000000000001
                    assets:1200  -3.33 GBP  ; TEA HULL
                    expenses:5000.A  3.33 GBP  ; TEA HULL
                """);
    }

    @Test
    void beancountOpensWhatIsNew() {
        assertThat(file(JournalFormat.Name.BEANCOUNT)).endsWith("""
                1970-01-01 open Assets:1200
                  name: "Inventory"

                2026-03-31 * "SALE =S 1;\\"x\\""
                  seal: 7
                  posting: "00000000-0000-0000-0000-000000000001"
                  Assets:1200  -3.33 GBP
                  Expenses:5000x2eA  3.33 GBP
                """);
    }

    @Test
    void quickBooks() {
        assertThat(file(JournalFormat.Name.IIF)).isEqualTo(String.join("\r\n",
                "!ACCNT\tNAME\tACCNTTYPE\tDESC", "ACCNT\t1200\tOCASSET\tInventory",
                "!TRNS\tTRNSID\tTRNSTYPE\tDATE\tACCNT\tAMOUNT\tDOCNUM\tMEMO", "!SPL\tSPLID\tTRNSTYPE\tDATE\tACCNT\tAMOUNT\tDOCNUM\tMEMO", "!ENDTRNS",
                "TRNS\t\tGENERAL JOURNAL\t03/31/2026\t1200\t-3.33\t=S 1;'x'\tSALE =S 1;'x'",
                "SPL\t\tGENERAL JOURNAL\t03/31/2026\t5000.A\t3.33\t=S 1;'x'\tSALE =S 1;'x'", "ENDTRNS", ""));
    }

    @Test
    void noTwoCodesBecomeOneName() {
        assertThat(Beans.commodity("TEA", 1, "GBP")).isEqualTo("TEA");
        assertThat(Beans.commodity("85123A", 1, "GBP")).isEqualTo("S.85123A");
        assertThat(Beans.commodity("GBP", 1, "GBP")).isEqualTo("S.GBP");
        assertThat(Beans.commodity("A-VERY-LONG-STOCK-KEEPING-UNIT", 1043, "GBP")).isEqualTo("I.1043");
        assertThat(Beans.part("40.1")).isNotEqualTo(Beans.part("40-1")).isNotEqualTo(Beans.part("40_1"));
        assertThat(Beans.part("dock")).isEqualTo("Xdock");
    }
}
