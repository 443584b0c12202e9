package entrepot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.web.api.LotBody;
import entrepot.web.language.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedLotsTest {

    @Test
    void aLineIsALotHowManyAndItsLastDay() {
        assertThat(TypedLots.read(" L-7 6 2026-12-31 \n\nL-8 2027-01-15 4.5\nL-9", "99", Language.ENGLISH)).containsExactly(
                new LotBody("L-7", "2026-12-31", "6"), new LotBody("L-8", "2027-01-15", "4.5"), new LotBody("L-9", null, null));
        assertThat(TypedLots.read(" \n", "99", Language.ENGLISH)).isNull();
    }

    @Test
    void oneLotAloneIsAllOfTheLine() {
        assertThat(TypedLots.read("L-7 2026-12-31", "10", Language.ENGLISH)).isEqualTo(List.of(new LotBody("L-7", "2026-12-31", "10")));
    }

    @Test
    void whatIsNoNumberStaysForTheApiToRefuse() {
        assertThat(TypedLots.read("L-7 six of them", "10", Language.ENGLISH).get(0).quantity()).contains("six of them");
    }

    @Test
    void aScannedLotCountsOnAndAPieceHasALineOfItsOwn() {
        String once = TypedLots.with(null, "L-7", new BigDecimal("6"), LocalDate.of(2026, 12, 31), Language.ENGLISH);
        assertThat(TypedLots.with(once, "L-7", new BigDecimal("0.5"), null, Language.GERMAN)).isEqualTo("L-7 6,5 2026-12-31");
        assertThat(TypedLots.with("S1", "S2", null, null, Language.ENGLISH)).isEqualTo("S1\nS2");
    }
}
