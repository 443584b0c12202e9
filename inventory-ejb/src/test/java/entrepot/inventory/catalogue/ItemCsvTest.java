package entrepot.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import entrepot.platform.csv.CsvRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCsvTest {

    private static final String HEADER = "sku,name,unit,costing,barcodes,units\n";

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''", "'", "\uFF1D1", "a,\"b\"", "plain", "Café ☕"})
    void ourOwnExportComesBackEqual(String name) {
        var item = new ItemEntry("-A-17", name, "EA", null, "FIFO", null, null, "4.25", "GBP", "12", "0", null, true,
                List.of(new ItemEntry.Barcode("9506000134352", "BOX")), List.of(new ItemEntry.Factor("BOX", "12")), "LOT", true, null, null);
        assertThat(ItemCsv.read(ItemCsv.header() + ItemCsv.lines(List.of(item)))).containsExactly(new UploadLine(2, item, List.of()));
    }

    @Test
    void aFormulaInACodeIsRefusedAndInANameIsText() {
        UploadLine line = ItemCsv.read(HEADER + "=1+1,=HYPERLINK(1),EA,FIFO,,\n").get(0);
        assertThat(line.flaws()).extracting(Flaw::field, Flaw::code).containsExactly(tuple("sku", "formula"));
        assertThat(line.entry().name()).isEqualTo("=HYPERLINK(1)");
    }

    @Test
    void aBrokenLineIsToldAndTheOthersAreRead() {
        List<UploadLine> lines = ItemCsv.read(HEADER + "A,a,EA,FIFO,,\nB,b,EA\nC,c,EA,FIFO,,\n");
        assertThat(lines).extracting(UploadLine::line).containsExactly(2L, 3L, 4L);
        assertThat(lines.get(1).flaws()).extracting(Flaw::detail).containsExactly("has 3 cells, the header 6");
        assertThat(lines.get(2).flaws()).isEmpty();
    }

    @Test
    void aQuoteThatNeverEndsIsToldAndNotReadAsOneLongName() {
        assertThatThrownBy(() -> ItemCsv.read(HEADER + "A,\"a\"\"b\",EA,FIFO,,\nB,\"b,EA,FIFO,,\nC,c,EA,FIFO,,\n"))
                .isInstanceOf(CsvRefused.class)
                .hasMessage("the quote that opens on line 3 never closes");
    }

    @Test
    void aColumnNobodyKnowsIsRefusedByName() {
        assertThatThrownBy(() -> ItemCsv.read("sku,name,unit,costing,colour\n")).hasMessageContaining("no column 'colour' here");
    }
}
