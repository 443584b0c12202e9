package entrepot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.web.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sentence with a number says it right where it is one. */
class OneOfOneTest {

    @Test
    void verdictsSayOneTrial() {
        for (String key : List.of("evidence.verdict.LUCK", "evidence.verdict.DOUBTFUL", "evidence.verdict.BEYOND_LUCK")) {
            assertThat(Language.ENGLISH.text(key, 1L, "1", "0", "1", "50 %")).startsWith("After one trial ").doesNotContain("trials", "{");
            assertThat(Language.ENGLISH.text(key, 1_200L, "3.5", "0", "1", "50 %")).startsWith("After 1,200 trials (as good as 3.5 independent) ");
            assertThat(Language.GERMAN.text(key, 1L, "1", "0", "1", "50 %")).startsWith("Nach einem Versuch ").doesNotContain("Versuchen", "{");
            assertThat(Language.GERMAN.text(key, 1_200L, "3,5", "0", "1", "50 %")).startsWith("Nach 1.200 Versuchen (unabhängig gezählt 3,5) ");
        }
    }

    @Test
    void sweepsAndAlarmsSayOne() {
        assertThat(Language.ENGLISH.text("sweep.search.all", 1L)).isEqualTo("all combinations, one cell");
        assertThat(Language.ENGLISH.text("sweep.search.all", 400_000L)).isEqualTo("all combinations, 400,000 cells");
        assertThat(Language.ENGLISH.text("sweep.tip", "n 3", "0.5", 1)).isEqualTo("n 3: 0.5, one cell");
        assertThat(Language.ENGLISH.text("sweep.verdict.none", 1L)).startsWith("No cell traded");
        assertThat(Language.ENGLISH.text("sweep.walked", 1, "1 %", "0.5", "100 %")).startsWith("One choice made 1 %");
        assertThat(Language.ENGLISH.text("basket.alarm", 1)).startsWith("The break alarm rang once: ");
        assertThat(Language.ENGLISH.text("pair.alarm", 1, "0.05")).startsWith("The break alarm ended one trade: ");
        assertThat(Language.ENGLISH.text("making.filled", 1, 0)).startsWith("Quotes were filled in one bar, ");
        assertThat(Language.GERMAN.text("sweep.walked", 1, "1 %", "0,5", "100 %")).startsWith("Eine Wahl brachte 1 %");
        assertThat(Language.GERMAN.text("basket.alarm", 1)).startsWith("Der Bruchalarm schlug einmal an: ");
        assertThat(Language.GERMAN.text("pair.alarm", 1, "0,05")).startsWith("Der Bruchalarm beendete ein Geschäft: ");
        assertThat(Language.GERMAN.text("making.filled", 1, 0)).startsWith("In einem Balken wurden ");
    }
}
