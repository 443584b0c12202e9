package entrepot.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvEncodingTest {

    private static final byte[] WINDOWS = "sku,name\nA,Café\n".getBytes(Charset.forName("windows-1252"));

    @Test
    void utf8WithAndWithoutAMarkReadsTheSame() {
        assertThat(CsvEncoding.UTF_8.decode("\uFEFFCafé".getBytes(StandardCharsets.UTF_8))).isEqualTo("Café");
        assertThat(CsvEncoding.UTF_8.decode("Café".getBytes(StandardCharsets.UTF_8))).isEqualTo("Café");
    }

    @Test
    void anotherEncodingIsRefusedWithByteAndLine() {
        assertThatThrownBy(() -> CsvEncoding.UTF_8.decode(WINDOWS)).hasMessage("byte 0xE9 on line 2 (byte 15 of the file) is not"
                + " utf-8; save the file as UTF-8, or send it with encoding=windows-1252");
    }

    @Test
    void windows1252IsReadWhereItIsChosen() {
        assertThat(CsvEncoding.named("windows-1252").decode(WINDOWS)).contains("Café");
    }

    @Test
    void utf16IsNamed() {
        assertThatThrownBy(() -> CsvEncoding.UTF_8.decode("a".getBytes(StandardCharsets.UTF_16))).hasMessageContaining("UTF-16");
    }
}
