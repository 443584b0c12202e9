package entrepot.inventory.statement;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.inventory.statement.Statement.Part;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final List<AccountSum> SHOP = List.of(
            sum("1000", "ASSET", false, 70_00, 10_00), sum("1200", "ASSET", false, 20_00, 40_00), sum("2000", "LIABILITY", false, -45_00, -45_00),
            sum("3000", "EQUITY", false, -5_00, -5_00), sum("4000", "INCOME", false, -70_00, -10_00), sum("5000", "EXPENSE", true, 25_00, 5_00),
            sum("5200", "EXPENSE", false, 5_00, 5_00));

    private static AccountSum sum(String account, String kind, boolean sales, long now, long before) {
        return new AccountSum(account, account, kind, sales, gbp(now), gbp(before));
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }

    @Test
    void incomeLessCostOfSalesIsGrossProfitAndLessExpensesTheResult() {
        Statement income = Statement.income(SHOP, gbp(0));
        assertThat(income.of(Part.INCOME).now()).isEqualTo(gbp(70_00));
        assertThat(income.of(Part.GROSS_PROFIT).now()).isEqualTo(gbp(45_00));
        assertThat(income.of(Part.RESULT).now()).isEqualTo(gbp(40_00));
        assertThat(income.of(Part.RESULT).before()).isEqualTo(gbp(0));
    }

    @Test
    void whatWasEarnedAndIsInNoAccountYetIsEquity() {
        Statement sheet = Statement.balance(SHOP, gbp(0));
        assertThat(sheet.of(Part.ASSETS).now()).isEqualTo(gbp(90_00));
        assertThat(sheet.of(Part.EQUITY).now()).isEqualTo(gbp(45_00));
        assertThat(sheet.of(Part.EQUITY).lines()).last().isEqualTo(new Statement.Line(null, null, gbp(40_00), gbp(0)));
        assertThat(sheet.balances()).isTrue();
    }

    @Test
    void aPennyMissingIsSeen() {
        List<AccountSum> broken = SHOP.stream().map(one -> one.account().equals("1000") ? sum("1000", "ASSET", false, 70_01, 10_00) : one).toList();
        assertThat(Statement.balance(broken, gbp(0)).balances()).isFalse();
    }

    @Test
    void eachKindOfPostingAndValueIsInOneFlow() {
        for (PostingKind kind : PostingKind.values()) {
            assertThat(Arrays.stream(Flow.values()).filter(flow -> flow.kinds().contains(kind))).as(kind.name()).hasSize(1);
        }
        for (ValueEntry.Kind value : ValueEntry.Kind.values()) {
            assertThat(Arrays.stream(Flow.values()).filter(flow -> flow.changes().contains(value))).as(value.name())
                    .hasSize(value == ValueEntry.Kind.DIRECT ? 0 : 1);
        }
    }

    @Test
    void openingAndFlowsMakeTheClosing() {
        List<RollForward.Row> rows = RollForward.of(List.of(
                part(true, PostingKind.OPENING, 10, 20_00), part(false, PostingKind.RECEIPT, 10, 25_00), part(false, PostingKind.SALE, -12, -25_00)), gbp(0));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.opening().value()).isEqualTo(gbp(20_00));
            assertThat(row.of(Flow.COST_OF_SALES).value()).isEqualTo(gbp(-25_00));
            assertThat(row.of(Flow.COUNTS).value()).isEqualTo(gbp(0));
            assertThat(row.closing()).isEqualTo(new RollForward.Cell(Quantity.units(8), gbp(20_00)));
        });
    }

    private static RollForward.Part part(boolean before, PostingKind kind, long units, long minor) {
        return new RollForward.Part("TEA", "Tea", before, ValueEntry.Kind.DIRECT, kind, Quantity.units(units), gbp(minor));
    }
}
