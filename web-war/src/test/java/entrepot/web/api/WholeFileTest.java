package entrepot.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WholeFileTest {

    @Test
    void allOfItIsSent() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        WholeFile.of(text -> {
            text.accept("50 € ");
            text.accept("of tea");
        }).write(sent);
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("50 € of tea");
    }

    @Test
    void halfOfWhatIsWrittenIsNeither() {
        assertThatThrownBy(() -> WholeFile.written(out -> {
            out.write(new byte[100_000]);
            throw new IOException("no room");
        })).isInstanceOf(UncheckedIOException.class).hasRootCauseMessage("no room");
    }

    @Test
    void halfOfItIsNot() {
        assertThatThrownBy(() -> WholeFile.of(text -> {
            text.accept("50 €");
            throw new IllegalStateException("out of balance");
        })).hasMessage("out of balance");
    }
}
