package entrepot.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.oned.Code128Reader;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import entrepot.inventory.label.Copies;
import entrepot.inventory.label.Label;
import entrepot.inventory.label.LabelSheet;
import entrepot.inventory.label.Symbology;
import entrepot.inventory.gs1.GoodsCode;
import entrepot.web.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed is read back: the bars by another library, the words from the file. */
class LabelPaperTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Label LOT = Label.of("Whole milk", "MILK-1", "09506000134352", false, "L(7>_", LAST);
    private static final Label PIECE = Label.of("Pump", "PUMP", "09506000134352", true, "S-1", null);
    private static final Label OWN = Label.of("Main warehouse", "MAIN-1", null, false, null, null);
    private static final int MODULE = 3;
    private static final int QUIET = 12;

    @Test
    void aSquareSaysGtinLotAndLastDay() throws ReaderException {
        Result read = new DataMatrixReader().decode(picture(Symbol.of(LOT, Symbology.DATAMATRIX)));
        assertThat(GoodsCode.read(read.getText(), LAST).orElseThrow())
                .isEqualTo(new GoodsCode("09506000134352", "L(7>_", null, LAST, null, null, null));
    }

    @Test
    void barsSayAPieceAndStartWithFnc1() throws ReaderException {
        Result read = new Code128Reader().decode(picture(Symbol.of(PIECE, Symbology.CODE128)));
        assertThat(GoodsCode.read(read.getText(), LAST).orElseThrow().serial()).isEqualTo("S-1");
        assertThat(read.getResultMetadata()).containsValue("]C1");
    }

    @Test
    void whatHasNoGtinCarriesItsCode() throws ReaderException {
        assertThat(new DataMatrixReader().decode(picture(Symbol.of(OWN, Symbology.DATAMATRIX))).getText()).isEqualTo("MAIN-1");
        Result bars = new Code128Reader().decode(picture(Symbol.of(OWN, Symbology.CODE128)));
        assertThat(bars.getText()).isEqualTo("MAIN-1");
        assertThat(bars.getResultMetadata()).containsValue("]C0");
    }

    @Test
    void aSheetThatWasBegunIsUsedUpFirst() throws IOException {
        PdfReader file = print(LabelSheet.L7159, 22, Symbology.DATAMATRIX, new Copies(LOT, 3), new Copies(OWN, 1));
        assertThat(file.getNumberOfPages()).isEqualTo(2);
        PdfTextExtractor text = new PdfTextExtractor(file);
        assertThat(text.getTextFromPage(1).split("Whole milk", -1)).as("two on the first sheet").hasSize(3);
        assertThat(text.getTextFromPage(2)).contains("Whole milk", "MILK-1", "31.12.2026", "(01)09506000134352(17)261231(10)L\\(7>_", "Main warehouse", "MAIN-1");
        assertThat(file.getPageSize(1).getWidth()).isBetween(595f, 596f);
    }

    @Test
    void aFullSheetLeavesNoEmptyOne() throws IOException {
        assertThat(print(LabelSheet.A5160, 0, Symbology.DATAMATRIX, new Copies(OWN, 30)).getNumberOfPages()).isEqualTo(1);
    }

    @Test
    void barsTooWideForTheLabelAreFoundBeforeTheyArePrinted() {
        assertThat(paper(LabelSheet.L7651, 0, Symbology.CODE128, new Copies(OWN, 1), new Copies(LOT, 1)).tooWide()).contains(LOT);
        assertThat(paper(LabelSheet.L7163, 0, Symbology.CODE128, new Copies(LOT, 1)).tooWide()).isEmpty();
        assertThat(paper(LabelSheet.L7651, 0, Symbology.DATAMATRIX, new Copies(LOT, 1)).tooWide()).isEmpty();
    }

    @Test
    void everySheetFitsItsPaper() {
        assertThat(LabelSheet.values()).allSatisfy(sheet -> {
            int last = sheet.size() - 1;
            assertThat(sheet.left(last) + sheet.width()).isBetween(sheet.pageWidth() - 900, sheet.pageWidth());
            assertThat(sheet.top(last) + sheet.height()).isBetween(sheet.pageHeight() - 1600, sheet.pageHeight());
        });
    }

    private static LabelPaper paper(LabelSheet sheet, int offset, Symbology symbology, Copies... labels) {
        return new LabelPaper(Language.GERMAN, sheet, offset, symbology, List.of(labels));
    }

    private static PdfReader print(LabelSheet sheet, int offset, Symbology symbology, Copies... labels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        paper(sheet, offset, symbology, labels).write(out);
        return new PdfReader(out.toByteArray());
    }

    private static BinaryBitmap picture(Symbol symbol) {
        int width = symbol.width() * MODULE + 2 * QUIET * MODULE;
        int height = symbol.height() * MODULE + 2 * QUIET * MODULE;
        byte[] light = new byte[width * height];
        Arrays.fill(light, (byte) 255);
        symbol.bars().forEach(bar -> {
            for (int y = (int) bar.y * MODULE; y < (bar.y + bar.height) * MODULE; y++) {
                int from = (y + QUIET * MODULE) * width + (int) bar.x * MODULE + QUIET * MODULE;
                Arrays.fill(light, from, from + (int) bar.width * MODULE, (byte) 0);
            }
        });
        return new BinaryBitmap(new GlobalHistogramBinarizer(new PlanarYUVLuminanceSource(light, width, height, 0, 0, width, height, false)));
    }
}
