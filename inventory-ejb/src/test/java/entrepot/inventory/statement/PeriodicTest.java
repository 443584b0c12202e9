package entrepot.inventory.statement;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.statement.Periodic.Purchase;
import entrepot.inventory.statement.Periodic.Sum;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten at 1.00 were there, ten came at 2.00 and ten at 3.00; twelve were sold for a cost of 14.00, three were lost. */
class PeriodicTest {

    private static final Money NOTHING = gbp(0);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Money gbp(long minor) {
        return new Money(minor, Currency.getInstance("GBP"));
    }

    @ParameterizedTest
    @CsvSource({"FIFO, 4000", "LIFO, 2000", "AVERAGE, 3000"})
    void theDifferenceIsWhatWasLostAndTheCostingOfAPeriod(CostFlow flow, long closing) {
        Periodic.Row row = Periodic.row("TEA", "Tea", flow, new RollForward.Cell(Quantity.units(10), gbp(10_00)),
                List.of(new Sum(PostingKind.RECEIPT, Quantity.units(20), gbp(50_00)), new Sum(PostingKind.SALE, Quantity.units(-12), gbp(-14_00)),
                        new Sum(PostingKind.COUNT, Quantity.units(-3), gbp(-6_00))),
                List.of(new Purchase(DAY, Quantity.units(10), gbp(20_00)), new Purchase(DAY.plusDays(9), Quantity.units(10), gbp(30_00))), NOTHING);
        assertThat(row.left()).isEqualTo(Quantity.units(15));
        assertThat(row.closing()).isEqualTo(gbp(closing));
        assertThat(row.periodic()).isEqualTo(gbp(60_00 - closing));
        assertThat(row.bookClosing()).isEqualTo(gbp(40_00));
        assertThat(row.unsold()).isEqualTo(gbp(6_00));
        assertThat(row.periodic()).isEqualTo(row.perpetual().plus(row.unsold()).plus(row.costing()));
    }
}
