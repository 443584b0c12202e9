package entrepot.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is read back by the reader of the same project, and its parts as text where the reader does not say. */
class XlsxSheetTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void numbersAndDaysAreNumbersAndDays() throws IOException {
        Sheet sheet = sheet("money", "quantity", "price", "count", "day", "time", "yes", "missing", "text");
        sheet.row(new Money(-1250, Currency.getInstance("GBP")), Quantity.units(3), new BigDecimal("0.333300"), 7L, LocalDate.of(2026, 3, 1),
                LocalDateTime.of(2026, 3, 1, 12, 30), true, null, "plain");
        sheet.end();
        Row row = rows().get(1);
        assertThat(row.getCellAsNumber(0)).contains(new BigDecimal("-12.50"));
        assertThat(row.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("3");
        assertThat(row.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("0.3333");
        assertThat(row.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("7");
        assertThat(row.getCellAsDate(4).orElseThrow()).isEqualTo(LocalDate.of(2026, 3, 1).atStartOfDay());
        assertThat(row.getCellAsDate(5).orElseThrow()).isEqualTo(LocalDateTime.of(2026, 3, 1, 12, 30));
        assertThat(row.getCellAsBoolean(6)).contains(true);
        assertThat(row.getOptionalCell(7)).isEmpty();
        assertThat(row.getCellAsString(8)).contains("plain");
    }

    @Test
    void aTextThatLooksLikeAFormulaIsText() throws IOException {
        Sheet sheet = sheet("text");
        List<String> texts = List.of("=1+1", "+44", "-x", "@cmd", "'quoted", "<b> & \"it\"", "00012");
        texts.forEach(sheet::row);
        sheet.end();
        List<Cell> cells = rows().stream().skip(1).map(row -> row.getCell(0)).toList();
        assertThat(cells).allMatch(cell -> cell.getType() == CellType.STRING);
        assertThat(cells).extracting(Cell::asString).containsExactlyElementsOf(texts);
        assertThat(part("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void theHeadStaysInSight() throws IOException {
        sheet("sku", "name").end();
        assertThat(rows().get(0).getCellAsString(1)).contains("name");
        assertThat(part("xl/worksheets/sheet1.xml")).contains("state=\"frozen\"", "ySplit=\"1\"");
    }

    @Test
    void aListLongerThanASheetGoesOnInTheNext() throws IOException {
        XlsxSheet sheet = new XlsxSheet(out, "items", 1001);
        sheet.head(List.of("number"));
        IntStream.rangeClosed(1, 2500).forEach(sheet::row);
        sheet.end();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<org.dhatim.fastexcel.reader.Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).extracting(org.dhatim.fastexcel.reader.Sheet::getName).containsExactly("items", "items 2", "items 3");
            List<Row> last = sheets.get(2).read();
            assertThat(last).hasSize(501);
            assertThat(last.get(0).getCellAsString(0)).contains("number");
            assertThat(last.get(500).getCellAsNumber(0).orElseThrow()).isEqualByComparingTo("2500");
        }
    }

    private Sheet sheet(String... columns) {
        XlsxSheet sheet = new XlsxSheet(out, "items");
        sheet.head(List.of(columns));
        return sheet;
    }

    private List<Row> rows() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return book.getFirstSheet().read();
        }
    }

    private String part(String name) throws IOException {
        Path file = Files.write(folder.resolve("list.xlsx"), out.toByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
