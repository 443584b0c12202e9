package entrepot.inventory.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {

    private static final String GTIN = "09506000134352";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @ValueSource(strings = {
            "(01)09506000134352(17)261231(10)LOT-7(21)S/4",
            "010950600013435217261231" + "10LOT-7\u001d21S/4",
            "]C1010950600013435217261231" + "10LOT-7\u001d21S/4",
            "]d2\u001d010950600013435217261231\u001d10LOT-7\u001d21S/4",
            "https://id.gs1.org/01/09506000134352/10/LOT-7/21/S%2F4?17=261231"})
    void everyFormSaysTheSame(String scanned) {
        GoodsCode code = GoodsCode.read(scanned, TODAY).orElseThrow();
        assertThat(code).isEqualTo(new GoodsCode(GTIN, "LOT-7", "S/4", LocalDate.of(2026, 12, 31), null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
            "(3103)000195, 0.195, NET_WEIGHT", "(3100)000012, 12, NET_WEIGHT", "(3105)123456, 1.23456, NET_WEIGHT",
            "(3112)000250, 2.50, LENGTH", "(3151)000015, 1.5, NET_VOLUME_LITRES", "(3166)000001, , "})
    void theLastDigitOfAMeasureIsItsDecimals(String scanned, BigDecimal value, Measure.Kind kind) {
        if (kind == null) {
            assertThatThrownBy(() -> ElementString.parse(scanned)).hasMessageContaining("no application identifier");
        } else {
            assertThat(GoodsCode.read("(01)" + GTIN + scanned, TODAY).orElseThrow().measure()).isEqualTo(new Measure(kind, value));
        }
    }

    /** GS1 General Specifications, 7.12: with 26 as the present year. */
    @ParameterizedTest
    @CsvSource({"260000, ", "260200, 2026-02-28", "280200, 2028-02-29", "261231, 2026-12-31", "760101, 2076-01-01", "770101, 1977-01-01",
            "000131, 2000-01-31", "990131, 1999-01-31"})
    void dayZeroIsTheLastOfTheMonthAndTheCenturyIsTheNearest(String digits, LocalDate day) {
        if (day == null) {
            assertThatThrownBy(() -> ElementString.parse("(17)" + digits)).hasMessageContaining("no day");
        } else {
            assertThat(GoodsCode.read("(17)" + digits, TODAY).orElseThrow().expires()).isEqualTo(day);
        }
    }

    @Test
    void lateInACenturyAYearMayBeOfTheNext() {
        assertThat(ShortDay.read("100115", LocalDate.of(2085, 1, 1))).isEqualTo(LocalDate.of(2110, 1, 15));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "(01)09506000134353; ends in check digit 3, expected 2",
            "(01)9506000134352; has 14 digits, found 13",
            "(17)261301; is no day",
            "(17)260230; is no day: month 2026-02 has 28",
            "(10)123456789012345678901; has 1 to 20 characters, found 21",
            "(10); is empty",
            "(10)LOT 7; has a character that GS1 barcodes do not carry",
            "(30)12x; has digits only",
            "(37)123456789; has 1 to 8 digits, found 9",
            "(05)1; no application identifier that is known",
            "(10)A(10)B; is there twice: 'A' and 'B'",
            "(01)09506000134352(37)4; both cannot be said at once",
            "(10; must start with an identifier in brackets",
            "010950600013435217; is empty",
            "0109506000134352172612; has 6 digits, found 4",
            "(00)106141412345678907; expected 8"})
    void whatIsWrongIsToldExactly(String scanned, String why) {
        assertThatThrownBy(() -> ElementString.parse(scanned)).hasMessageContaining(why);
    }

    @Test
    void anSsccWithItsCheckDigitIsRead() {
        assertThat(ElementString.parse("(00)106141412345678908").value("00")).hasValue("106141412345678908");
    }

    @Test
    void theSameElementTwiceIsOne() {
        assertThat(ElementString.parse("(10)A(10)A").value("10")).hasValue("A");
    }

    @Test
    void aBracketInAValueIsKept() {
        var elements = new ElementString(List.of(new Element("10", "A(17)B"), new Element("21", "1")));
        assertThat(elements.bracketed()).isEqualTo("(10)A\\(17)B(21)1");
        assertThat(ElementString.parse(elements.bracketed())).isEqualTo(elements);
    }

    @Test
    void valuesOfFixedLengthComeFirstAndNeedNoSeparator() {
        var elements = ElementString.parse("(10)LOT-7(01)09506000134352(21)4(17)261231");
        assertThat(elements.raw()).isEqualTo("01095060001343521726123110LOT-7\u001d214");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A-17", "9506000134352", "12345", "10LOT7"})
    void whatMayBeAnyOtherCodeIsNoGs1Code(String scanned) {
        assertThat(GoodsCode.read(scanned, TODAY)).isEmpty();
    }

    @Test
    void aDigitalLinkMayHaveAResolverWithAPathAndAShortGtin() {
        ElementString read = DigitalLink.parse("https://shop.example/some/shelf/01/9506000134352/10/a%2Fb?17=261231&linkType=all&3103=000195#x");
        assertThat(read.bracketed()).isEqualTo("(01)09506000134352(10)a/b(17)261231(3103)000195");
        assertThat(DigitalLink.print("https://id.gs1.org/", read)).isEqualTo("https://id.gs1.org/01/09506000134352/10/a%2Fb?17=261231&3103=000195");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/items/17", "https://example.org", "https://example.org/01/09506000134352/21/1/10/A",
            "https://example.org/01"})
    void anAddressThatNamesNoGoodsIsRefused(String scanned) {
        assertThatThrownBy(() -> DigitalLink.parse(scanned)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsPrintedIsReadAgainInAllForms() {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            List<Element> some = new ArrayList<>(List.of(new Element("01", GTIN)));
            for (String identifier : List.of("10", "21", "22", "240", "17", "11", "30", "3103", "3922", "91")) {
                if (random.nextBoolean()) {
                    some.add(new Element(identifier, value(identifier, random)));
                }
            }
            Collections.shuffle(some, random);
            var elements = new ElementString(some);
            GoodsCode code = GoodsCode.of(elements, TODAY);
            assertThat(ElementString.parse(elements.bracketed())).as("seed %d round %d", seed, round).isEqualTo(elements);
            assertThat(ElementString.parse(elements.raw()).elements()).as("seed %d round %d", seed, round).containsExactlyInAnyOrderElementsOf(some);
            assertThat(DigitalLink.parse(DigitalLink.print("https://id.gs1.org", elements)).elements())
                    .as("seed %d round %d", seed, round).containsExactlyInAnyOrderElementsOf(some);
            assertThat(GoodsCode.of(code.elements(), TODAY)).as("seed %d round %d", seed, round).isEqualTo(code);
        }
    }

    private static String value(String identifier, Random random) {
        if (identifier.equals("17") || identifier.equals("11")) {
            return String.format("%02d%02d%02d", random.nextInt(100), 1 + random.nextInt(12), random.nextInt(29));
        }
        if (Identifier.of(identifier).orElseThrow().parts().get(0).numeric()) {
            return String.format("%06d", random.nextInt(1_000_000));
        }
        String characters = "!\"%&'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz";
        StringBuilder value = new StringBuilder();
        for (int length = 1 + random.nextInt(20); length > 0; length--) {
            value.append(characters.charAt(random.nextInt(characters.length())));
        }
        return value.toString();
    }
}
