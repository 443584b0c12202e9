package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {

    @Test
    void whatIsWrittenIsReadBack() {
        CanonicalText text = new CanonicalText();
        text.record("M", 17, null, "a|b;c\\d\ne.f", null);
        text.record("J", "ü", "");
        assertThat(text.toString()).isEqualTo("M|17||a\\7c.b\\3b.c\\5c.d\\a.e.f|;J|ü|;");
        assertThat(CanonicalText.read(text.toString())).isEqualTo(List.of(
                Arrays.asList("M", "17", null, "a|b;c\\d\ne.f", null), Arrays.asList("J", "ü", null)));
    }
}
