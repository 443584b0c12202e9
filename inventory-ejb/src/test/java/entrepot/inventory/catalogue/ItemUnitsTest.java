package entrepot.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemUnitsTest {

    private static final Map<String, UnitOfMeasure> GENERAL = Map.of(
            "EA", unit("EA", Dimension.COUNT, "1"),
            "DOZ", unit("DOZ", Dimension.COUNT, "12"),
            "KG", unit("KG", Dimension.MASS, "1"),
            "LB", unit("LB", Dimension.MASS, "0.45359237"),
            "OZT", unit("OZT", Dimension.MASS, "0.0311034768"),
            "M", unit("M", Dimension.LENGTH, "1"),
            "FT", unit("FT", Dimension.LENGTH, "0.3048"),
            "IN", unit("IN", Dimension.LENGTH, "0.0254"));

    private static UnitOfMeasure unit(String code, Dimension dimension, String size) {
        return new UnitOfMeasure(code, dimension, Ratio.parse(size));
    }

    private static ItemUnits stockIn(String unit, Map<String, Ratio> own) {
        return new ItemUnits(GENERAL.get(unit), GENERAL, own);
    }

    /** NIST Handbook 44, appendix C: the pound, the troy ounce, the foot and the inch are exact by definition. */
    @ParameterizedTest
    @CsvSource({
            "KG, 10000, LB, 4535.9237", "LB, 4535.9237, KG, 10000", "KG, 1250, OZT, 38.879346",
            "M, 100, FT, 30.48", "FT, 30.48, M, 100", "FT, 6, IN, 0.5", "EA, 2.5, DOZ, 30", "DOZ, 3, EA, 0.25"})
    void whatIsExactIsExact(String stock, String quantity, String unit, String expected) {
        assertThat(stockIn(stock, Map.of()).toStock(new BigDecimal(quantity), unit))
                .isEqualTo(new Conversion.Exact(Quantity.of(new BigDecimal(expected))));
    }

    @Test
    void whatSixDecimalsCannotHoldIsRefusedWithWhatIsLost() {
        assertThat(stockIn("KG", Map.of()).toStock(BigDecimal.ONE, "LB")).isEqualTo(new Conversion.Refused("not-exact",
                "1 LB is 0.453592 KG and 37/100000000 KG that six decimals cannot hold"));
        assertThat(stockIn("DOZ", Map.of()).toStock(BigDecimal.ONE, "EA")).isEqualTo(new Conversion.Refused("not-exact",
                "1 EA is 0.083333 DOZ and 1/3000000 DOZ that six decimals cannot hold"));
    }

    @Test
    void aMassIsNoLength() {
        assertThat(stockIn("KG", Map.of()).toStock(BigDecimal.ONE, "M"))
                .isInstanceOfSatisfying(Conversion.Refused.class, refused -> assertThat(refused.code()).isEqualTo("other-dimension"));
    }

    @Test
    void anItemsOwnFactorMayCrossDimensions() {
        ItemUnits wire = stockIn("M", Map.of("KG", Ratio.parse("1/3"), "REEL", Ratio.parse("500")));
        assertThat(wire.toStock(new BigDecimal("6"), "KG")).isEqualTo(new Conversion.Exact(Quantity.units(2)));
        assertThat(wire.toStock(new BigDecimal("2"), "REEL")).isEqualTo(new Conversion.Exact(Quantity.units(1000)));
    }

    @Test
    void aUnitNobodyKnowsIsRefused() {
        assertThat(stockIn("EA", Map.of()).toStock(BigDecimal.ONE, "BOX"))
                .isInstanceOfSatisfying(Conversion.Refused.class, refused -> assertThat(refused.code()).isEqualTo("unknown-unit"));
    }

    @Test
    void aQuantityBeyondALedgersIsRefused() {
        assertThat(stockIn("EA", Map.of()).toStock(new BigDecimal("1E+13"), "DOZ"))
                .isInstanceOfSatisfying(Conversion.Refused.class, refused -> assertThat(refused.code()).isEqualTo("too-large"));
    }

    @Test
    void whereTheWayThereIsExactTheWayBackIsTheSame() {
        long seed = 20260331;
        var random = new Random(seed);
        String[] codes = {"KG", "LB", "OZT"};
        int exact = 0;
        for (int run = 0; run < 20_000; run++) {
            String from = codes[random.nextInt(3)];
            String to = codes[random.nextInt(3)];
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(2_000_000) * 3125L, random.nextInt(4));
            if (stockIn(to, Map.of()).toStock(quantity, from) instanceof Conversion.Exact there) {
                exact++;
                assertThat(stockIn(from, Map.of()).toStock(there.quantity().decimal(), to))
                        .as("%s %s in %s, seed %d", quantity, from, to, seed)
                        .isEqualTo(new Conversion.Exact(Quantity.of(quantity)));
            }
        }
        assertThat(exact).as("exact ones, seed %d", seed).isGreaterThan(5_000);
    }
}
