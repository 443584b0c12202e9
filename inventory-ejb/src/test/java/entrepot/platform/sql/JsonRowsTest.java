package entrepot.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonRowsTest {

    @Test
    void whatIsWrittenIsReadBackWhateverSignsItHas() throws JsonProcessingException {
        String odd = "3/4\" \\ 'x' ☃";
        JsonNode rows = new ObjectMapper().readTree(JsonRows.of(Stream.of(
                new Object[] {7L, odd}, new Object[] {null, LocalDate.of(2026, 12, 31)})));
        assertThat(rows.get(0).get(0).asLong()).isEqualTo(7);
        assertThat(rows.get(0).get(1).asText()).isEqualTo(odd);
        assertThat(rows.get(1).get(0).isNull()).isTrue();
        assertThat(rows.get(1).get(1).asText()).isEqualTo("2026-12-31");
        assertThat(JsonRows.of(Stream.of())).isEqualTo("[]");
    }
}
