package entrepot.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import entrepot.inventory.catalogue.Supplier;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.web.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is printed is read back from the file. */
class OrderPaperTest {

    private static final Currency GBP = Currency.getInstance("GBP");

    @Test
    void saysWhoWhatAndHowMuch() throws IOException {
        List<String> pages = print(List.of(line(0, "COF-001", "Bourbon coffee", "40", "6.25"), line(1, "CU-017", "Kupferdraht, blank", "1500.5", "0.3333")));
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("Harbour Trading", "Purchase order PO-000042", "Łódź Kawa", "orders@kawa.example", "Main warehouse",
                "2026-03-02", "GBP", "COF-001", "Bourbon coffee", "250.00", "1,500.5", "0.3333", "500.12", "750.12", "By the back door", "Page 1 of 1");
    }

    @Test
    void speaksTheLanguageOfWhoeverPrintsIt() throws IOException {
        List<String> pages = print(Language.GERMAN, List.of(line(0, "CU-017", "Kupferdraht, blank", "1500.5", "0.3333"), line(1, "B", "Unbekannt", "2", null)));
        assertThat(pages.get(0)).contains("Bestellung PO-000042", "Lieferant", "02.03.2026", "bestellt", "Menge", "1.500,5", "0,3333", "500,12",
                "Summe, GBP", "nicht in der Summe: 1.", "Seite 1 von 1");
    }

    @Test
    void theTotalIsTheSumOfTheLinesPrinted() throws IOException {
        List<OrderBoard.Line> thirds = IntStream.range(0, 3).mapToObj(i -> line(i, "A-" + i, "Third", "1", "0.335")).toList();
        assertThat(print(thirds).get(0)).contains("1.02").doesNotContain("1.01");
    }

    @Test
    void aLongOrderGoesOnWithItsHeadsOnEveryPage() throws IOException {
        List<String> pages = print(IntStream.range(0, 300).mapToObj(i -> line(i, "SKU-%03d".formatted(i), "Item " + i, "1", "1.00")).toList());
        assertThat(pages).hasSizeGreaterThan(5);
        assertThat(pages).allSatisfy(page -> assertThat(page).contains("Unit cost"));
        assertThat(pages.get(1)).contains("Page 2 of " + pages.size());
        assertThat(String.join("", pages)).contains(IntStream.range(0, 300).mapToObj("SKU-%03d"::formatted).toArray(String[]::new));
        assertThat(pages.get(pages.size() - 1)).contains("300.00");
    }

    @Test
    void aLineWithoutACostSaysSo() throws IOException {
        assertThat(print(List.of(line(0, "A", "Known", "2", "1.50"), line(1, "B", "Unknown", "2", null))).get(0))
                .contains("not in the total: 1.", "3.00");
    }

    private static OrderBoard.Line line(int number, String sku, String name, String quantity, String cost) {
        return new OrderBoard.Line(number, sku, name, "EA", Quantity.of(new BigDecimal(quantity)), Quantity.ZERO,
                cost == null ? null : new BigDecimal(cost), null, null, Tracking.NONE, false);
    }

    private static List<String> print(List<OrderBoard.Line> lines) throws IOException {
        return print(Language.ENGLISH, lines);
    }

    private static List<String> print(Language language, List<OrderBoard.Line> lines) throws IOException {
        var order = new OrderBoard.Order(new UUID(0, 1), "PO-000042", "KAWA", "Łódź Kawa", "MAIN", OrderStatus.ORDERED, LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 9), "By the back door", null, "buyer", LocalDateTime.of(2026, 3, 1, 9, 0), 1, lines.size(), Money.zero(GBP), false);
        var paper = new OrderPaper(language, "Harbour Trading", GBP, new Supplier("KAWA", "Łódź Kawa", "orders@kawa.example", 7, true), "Main warehouse",
                new OrderBoard.Detail(order, lines, List.of()));
        var out = new ByteArrayOutputStream();
        paper.write(out);
        return read(out.toByteArray());
    }

    private static List<String> read(byte[] file) throws IOException {
        PdfReader reader = new PdfReader(file);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return pages;
    }
}
