package entrepot.inventory.opening;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.MoneyLine;
import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningBalanceTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final KnownCodes CODES = new KnownCodes(
            Map.of("TEA", item(1, "TEA", "1200", Tracking.NONE), "GOLD", item(2, "GOLD", "1210", Tracking.NONE), "MILK", item(3, "MILK", "1200", Tracking.LOT)),
            Map.of("SHOP", new LocationId(1), "OUTLET", new LocationId(2)),
            Stream.of("1000", "1200", "1210", "3000", "3100").map(OpeningBalanceTest::account).collect(Collectors.toSet()),
            Set.of(account("1200"), account("1210")));
    private static final String STOCK = "sku,location,quantity,unitCost,value\nTEA,SHOP,3,1.111111,\nGOLD,SHOP,1.5,,600.00\n";
    private static final String TIES = "account,debit,credit\n1000,100.00,\n1200,3.33,\n1210,600.00,\n3100,,703.33\n";

    private final List<OpeningFinding> findings = new ArrayList<>();

    @Test
    void whatTiesIsPostedAndLeavesNothingInOpeningEquity() {
        OpeningBalance balance = read(STOCK, TIES);
        assertThat(findings).isEmpty();
        PostingRequest request = balance.request(new UUID(0, 1), LocalDate.EPOCH, Instant.EPOCH, null, CODES, Map.of());
        assertThat(request.stock()).hasSize(2);
        assertThat(balance.worth()).isEqualTo(gbp("603.33"));
        assertThat(request.money()).extracting(MoneyLine::amount).containsExactly(gbp("100.00"), gbp("-703.33"), gbp("603.33"));
    }

    @Test
    void stockAtASiteIsInTheAccountOfThatSite() {
        read("sku,location,quantity,value\nTEA,SHOP,3,3.00\nTEA,OUTLET,2,2.00\n", "account,debit,credit\n1200,3.00,\n1210,2.00,\n3000,,5.00\n");
        assertThat(findings).isEmpty();
    }

    @Test
    void anAccountThatIsNotWorthItsStockIsNamedWithTheDifference() {
        read(STOCK, TIES.replace("1210,600.00", "1210,600.01"));
        assertThat(findings).extracting(OpeningFinding::code).containsExactly("out-of-balance", "stock-differs");
        assertThat(findings.get(1).detail()).isEqualTo("account 1210: the trial balance says GBP 600.01, the stock is worth GBP 600.00,"
                + " a difference of GBP 0.01");
        assertThat(findings.get(1).line()).isEqualTo(4);
    }

    @Test
    void stockWithoutABalanceAndABalanceWithoutStockAreNamed() {
        read("sku,location,quantity,unitCost\nGOLD,SHOP,1,600\n", "account,debit,credit\n1200,600.00,\n3100,,600.00\n");
        assertThat(findings).extracting(OpeningFinding::code).containsExactly("stock-differs", "stock-differs");
    }

    @Test
    void everyLineThatIsWrongIsNamedAtOnce() {
        read("sku,location,quantity,unitCost,value\nTEA,SHOP,0,1,\nNONE,AWAY,x,1,2\nTEA,SHOP,1,1.5,\nGOLD,SHOP,1,,1.005\nTEA\n",
                "account,debit,credit\n9999,1.00,\n1000,1.005,\n1000,,1.00\n");
        assertThat(findings).extracting(finding -> finding.file() + " " + finding.line() + " " + finding.code()).startsWith(
                "STOCK 2 quantity", "STOCK 3 unknown-sku", "STOCK 3 unknown-location", "STOCK 3 not-a-number", "STOCK 3 cost", "STOCK 4 doubled",
                "STOCK 5 decimals", "STOCK 6 broken-line", "TRIAL_BALANCE 2 unknown-account", "TRIAL_BALANCE 3 decimals", "TRIAL_BALANCE 4 doubled");
    }

    @Test
    void stockKeptByLotIsALineALot() {
        OpeningBalance balance = read("sku,location,lot,expires,quantity,value\nMILK,SHOP,L-1,2026-12-31,3,3.00\nMILK,SHOP,L-2,,1,1.00\n",
                "account,debit,credit\n1200,4.00,\n3100,,4.00\n");
        assertThat(findings).isEmpty();
        assertThat(balance.stock()).extracting(OpeningBalance.Stock::lot)
                .containsExactly(new NamedLot("L-1", LocalDate.of(2026, 12, 31), Quantity.units(3)), new NamedLot("L-2", null, Quantity.units(1)));
        read("sku,location,lot,expires,quantity,value\nMILK,SHOP,,,3,3.00\nMILK,SHOP,L-1,31.12.2026,1,1.00\nMILK,SHOP,L-1,,1,1.00\n",
                "account,debit,credit\n");
        assertThat(findings).extracting(finding -> finding.line() + " " + finding.code())
                .startsWith("2 lot-missing", "3 not-a-date", "4 doubled");
    }

    private static KnownCodes.Item item(long id, String sku, String account, Tracking tracking) {
        return new KnownCodes.Item(new ItemId(id), sku, account(account),
                sku.equals("TEA") ? Map.of(new LocationId(2), account("1210")) : Map.of(), tracking, false);
    }

    private OpeningBalance read(String stock, String trial) {
        OpeningFiles files = new OpeningFiles(GBP, CODES, findings);
        OpeningBalance balance = new OpeningBalance(GBP, files.stock(OpeningFiles.stockTable(stock)), files.balances(OpeningFiles.trialTable(trial)));
        findings.addAll(balance.findings(CODES));
        return balance;
    }

    private static Account account(String code) {
        return new Account(code);
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
