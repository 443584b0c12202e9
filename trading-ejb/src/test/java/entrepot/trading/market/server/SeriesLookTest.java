package entrepot.trading.market.server;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.market.server.QualityTable.Look;
import org.junit.jupiter.api.Test;

class SeriesLookTest {

    @Test
    void onlyWhatGrewIsWorse() {
        Look before = new Look(2, 5, 1L, 3, 1);
        assertThat(SeriesLook.worse(before, new Look(3, 6, 1L, 2, 1), true)).containsExactly("gaps 3, were 2", "sessions missing 6, were 5");
        assertThat(SeriesLook.worse(before, new Look(2, 5, 1L, 3, 1), true)).isEmpty();
        assertThat(SeriesLook.worse(before, new Look(0, null, null, 4, null), false)).containsExactly("rows held 4, were 3");
    }

    /** A series that ended long ago is not worse each night. */
    @Test
    void whatFallsBehindIsToldOnce() {
        assertThat(SeriesLook.worse(new Look(0, 0, 0L, 0, 1), new Look(0, 0, 0L, 0, 2), true)).containsExactly("2 sessions behind");
        assertThat(SeriesLook.worse(new Look(0, 0, 0L, 0, 2), new Look(0, 0, 0L, 0, 3), true)).isEmpty();
        assertThat(SeriesLook.worse(new Look(0, null, null, 0, 4), new Look(0, null, null, 0, 5), false)).containsExactly("5 days behind");
    }
}
