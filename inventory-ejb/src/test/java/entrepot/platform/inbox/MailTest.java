package entrepot.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.platform.outbox.StockMoved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private final Mail mail = new Mail();

    @Test
    void whatTheRelayWritesIsRead() throws Unreadable, JsonProcessingException {
        var moved = new StockMoved(StockMoved.VERSION, 4711, "WIRE-25", 99, "2026-06-03");
        assertThat(mail.read(new ObjectMapper().writeValueAsString(moved))).isEqualTo(moved);
    }

    @Test
    void anotherVersionIsNamed() {
        assertThatThrownBy(() -> mail.read("{\"v\":2,\"article\":1}"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("version 2 of the form is not known, only 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "7", "{\"v\":1}", "{\"v\":1,\"item\":\"x\",\"sku\":\"A\",\"watermark\":1,\"since\":\"\"}",
        "{\"v\":1,\"item\":null,\"sku\":\"A\",\"watermark\":1,\"since\":\"2026-01-01\"}", "{\"v\":1} {\"v\":1}"})
    void whatNobodyWillEverUnderstandIsNotTriedAgain(String text) {
        assertThatThrownBy(() -> mail.read(text)).isInstanceOf(Unreadable.class);
    }
}
