package entrepot.inventory.revalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WriteDownTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId PUMP = new ItemId(1);
    private static final LocationId HULL = new LocationId(2);
    private static final Lot OLD = new Lot(7, PUMP, "OLD", null);
    private static final WriteDown.NamedPart NO_LOTS = new WriteDown.NamedPart(null, null, false);

    @Test
    void stockIsWorthTheLowerOfItsCostAndWhatItBrings() {
        assertThat(line(NO_LOTS, held("200.00", "200.00"), "15.00").change()).isEqualTo(gbp("-50.00"));
        assertThat(line(NO_LOTS, held("150.00", "200.00"), "17.00").change()).as("up again").isEqualTo(gbp("20.00"));
        assertThat(line(NO_LOTS, held("150.00", "200.00"), "99.00").change()).as("never above cost").isEqualTo(gbp("50.00"));
    }

    @Test
    void aLotIsWrittenDownWhereEachIsValuedByItself() {
        WriteDown down = down(line(new WriteDown.NamedPart("OLD", OLD, true), held("200.00", "200.00"), "15.00"));
        assertThat(down.refusals()).isEmpty();
        assertThat(down.stock()).extracting(StockLine::item).containsExactly(PUMP);
        assertThat(down.lots().get(0)).extracting(part -> part.lot().code()).containsExactly("OLD");
    }

    @Test
    void whatIsWrongWithLotsIsToldAtOnce() {
        HeldStock held = held("200.00", "200.00");
        WriteDown.Line twice = line(new WriteDown.NamedPart("OLD", OLD, true), held, "1.00");
        assertThat(down(line(new WriteDown.NamedPart(null, null, true), null, "1.00"), line(new WriteDown.NamedPart("X", null, true), null, "1.00"),
                line(new WriteDown.NamedPart("X", null, false), held, "1.00"), twice, twice).refusals())
                .extracting(Refusal::line, Refusal::code)
                .containsExactly(tuple(0, "lot-missing"), tuple(1, "unknown-lot"), tuple(2, "lots-together"), tuple(4, "doubled"));
    }

    private static WriteDown down(WriteDown.Line... lines) {
        return new WriteDown(new Amendment(new UUID(0, 1), LocalDate.EPOCH, Instant.EPOCH, null, "evidence", ""), List.of(lines));
    }

    /** Of ten units. */
    private static WriteDown.Line line(WriteDown.NamedPart lot, HeldStock held, String netValue) {
        return new WriteDown.Line("PUMP", "HULL", lot, PUMP, HULL, held, new BigDecimal(netValue));
    }

    private static HeldStock held(String value, String cost) {
        return new HeldStock(Quantity.units(10), gbp(value), gbp(cost));
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
