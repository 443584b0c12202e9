package entrepot.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import entrepot.web.language.Language;
import entrepot.web.tearsheet.FigureRows;
import entrepot.web.tearsheet.MadeUp;
import entrepot.web.tearsheet.SheetText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is printed is read back from the file. */
class TearSheetPaperTest {

    @Test
    void saysAllThatThePageSays() throws IOException {
        String read = read(print(Language.ENGLISH, true));
        SheetText text = new SheetText(MadeUp.sheet(true), Language.ENGLISH);
        has(read, "Tear sheet SPY", text.time(), text.verdict(), text.warning(), text.rolling(), "Harbour Trading", "Page 1 of");
        text.doubts().forEach(doubt -> has(read, doubt));
        text.figures().forEach(row -> has(read, row.label() + row.one() + row.other()));
        Stream.of(text.evidence(), text.trades(), text.asked()).flatMap(List::stream).forEach(fact -> has(read, fact.label() + fact.value()));
        text.years().forEach(year -> has(read, year.year() + year.cells().stream().map(SheetText.Cell::text).collect(Collectors.joining())
                + year.total().text() + year.benchmark()));
        text.declines().forEach(fall -> has(read, String.join("", fall)));
        assertThat(text.figures()).extracting(FigureRows.Row::label).contains("Sharpe ratio a year", "Largest drawdown");
        assertThat(text.declines()).hasSize(5);
    }

    @Test
    void aRecordedMarketIsToldByTheMomentAndAsRecorded() {
        SheetText text = new SheetText(MadeUp.sheet(true, true), Language.ENGLISH);
        assertThat(text.time()).contains("2020-01-01T00:00:00Z");
        assertThat(text.declines().get(0).get(2)).endsWith("T00:00:00Z");
        assertThat(text.asked()).extracting(SheetText.Fact::value).contains("as recorded; bars are of the mid");
    }

    private static void has(String read, String... texts) {
        for (String text : texts) {
            assertThat(read).contains(flat(text));
        }
    }

    @Test
    void speaksTheLanguageOfWhoeverPrintsIt() throws IOException {
        has(read(print(Language.GERMAN, true)), "Ergebnisblatt SPY", "Ertrag jedes Monats", "Größter Rückgang", "Seite 1 von", "17.943,49");
    }

    @Test
    void withoutEvidenceThereIsNoSharpeRatio() throws IOException {
        assertThat(read(print(Language.ENGLISH, false))).doesNotContain(flat("Sharpe ratio a year")).contains(flat("Run it again"));
    }

    @Test
    void drawingsAreVectorsAndNotPictures() throws IOException {
        PdfReader reader = new PdfReader(print(Language.ENGLISH, true));
        int lines = 0;
        for (int number = 1; number < reader.getXrefSize(); number++) {
            PdfObject object = reader.getPdfObject(number);
            if (object instanceof PRStream stream) {
                assertThat(stream.get(PdfName.SUBTYPE)).isNotEqualTo(PdfName.IMAGE);
                if (PdfName.FORM.equals(stream.get(PdfName.SUBTYPE))) {
                    lines += new String(PdfReader.getStreamBytes(stream), StandardCharsets.ISO_8859_1).split(" l\\s").length - 1;
                }
            }
        }
        assertThat(lines).as("pieces of lines").isGreaterThan(1000);
    }

    private static byte[] print(Language language, boolean judged) {
        var out = new ByteArrayOutputStream();
        new TearSheetPaper(language, "Harbour Trading", MadeUp.sheet(judged)).write(out);
        return out.toByteArray();
    }

    private static String read(byte[] file) throws IOException {
        PdfReader reader = new PdfReader(file);
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            all.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return flat(all.toString());
    }

    /** Cells stand beside each other with and without a space between them. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }
}
