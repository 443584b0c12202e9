package entrepot.web.print;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import entrepot.inventory.catalogue.Supplier;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.web.language.Language;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A purchase order as a supplier reads it. Each line is rounded to money by itself and the total is the sum of the lines
 * printed, as their receipts will be booked.
 *
 * @param language of whoever prints it
 * @param company  who orders
 * @param place    where the goods go, by name
 */
public record OrderPaper(Language language, String company, Currency currency, Supplier supplier, String place, OrderBoard.Detail detail) {

    private static final float[] WIDTHS = {6, 17, 37, 13, 8, 13, 16};
    private static final List<String> HEADS = List.of("line", "sku", "item", "quantity", "unit", "cost", "amount");
    private static final int FIRST_NUMBER = 3;
    private static final int UNIT = 4;
    private static final float MARGIN = 48;

    public void write(OutputStream out) {
        Document paper = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 16);
        PdfWriter.getInstance(paper, out).setPageEvent(new PageFoot(title() + " · " + company, page -> language.text("paper.page", Integer.toString(page))));
        paper.addTitle(title());
        paper.addAuthor(company);
        paper.open();
        paper.add(head());
        paper.add(facts());
        paper.add(lines());
        paper.add(remarks());
        if (!detail.discrepancies().isEmpty()) {
            paper.add(new Paragraph(24, word("otherwise"), PaperFonts.STRONG));
            paper.add(discrepancies());
        }
        paper.close();
    }

    private String title() {
        return language.text("paper.title", detail.order().number());
    }

    private PdfPTable head() {
        PdfPTable head = PaperTables.of(new float[] {50, 50});
        head.addCell(PaperTables.bare(company, PaperFonts.STRONG, Element.ALIGN_LEFT));
        head.addCell(PaperTables.bare(title(), PaperFonts.TITLE, Element.ALIGN_RIGHT));
        head.setSpacingAfter(18);
        return head;
    }

    private PdfPTable facts() {
        OrderBoard.Order order = detail.order();
        PdfPTable facts = PaperTables.of(new float[] {14, 36, 14, 36});
        fact(facts, word("supplier"), supplier.name() + "\n" + supplier.code() + (supplier.email() == null ? "" : "\n" + supplier.email()));
        fact(facts, word("to"), place + "\n" + (order.customer() == null ? order.location() : order.customer()));
        fact(facts, word("ordered"), order.status() == OrderStatus.DRAFT ? word("draft") : day(order.orderedOn()));
        fact(facts, word("expected"), day(order.expectedOn()));
        fact(facts, word("currency"), currency.getCurrencyCode());
        fact(facts, word("state"), language.words().getString("order.status." + order.status()));
        facts.setSpacingAfter(18);
        return facts;
    }

    private static void fact(PdfPTable facts, String name, String value) {
        facts.addCell(PaperTables.bare(name, PaperFonts.SMALL, Element.ALIGN_LEFT));
        facts.addCell(PaperTables.bare(value, PaperFonts.TEXT, Element.ALIGN_LEFT));
    }

    /** The heads come again on every page; a line is not torn apart. */
    private PdfPTable lines() {
        PdfPTable lines = PaperTables.of(WIDTHS);
        lines.setHeaderRows(1);
        lines.setSplitRows(false);
        for (int column = 0; column < HEADS.size(); column++) {
            lines.addCell(PaperTables.ruled(word(HEADS.get(column)), PaperFonts.SMALL, side(column)));
        }
        for (OrderBoard.Line line : detail.lines()) {
            row(lines, line);
        }
        PdfPCell word = PaperTables.ruled(language.text("paper.total", currency.getCurrencyCode()), PaperFonts.STRONG, Element.ALIGN_RIGHT);
        word.setColspan(HEADS.size() - 1);
        lines.addCell(word);
        lines.addCell(PaperTables.ruled(amount(total()), PaperFonts.STRONG, Element.ALIGN_RIGHT));
        return lines;
    }

    private void row(PdfPTable lines, OrderBoard.Line line) {
        List<String> cells = List.of(
                Integer.toString(line.number() + 1), line.sku(), line.name(), number("#,##0.######", line.ordered().decimal()), line.unit(),
                line.unitCost() == null ? "–" : number("#,##0.00####", line.unitCost()),
                line.unitCost() == null ? "–" : amount(worth(line)));
        for (int column = 0; column < cells.size(); column++) {
            lines.addCell(PaperTables.ruled(cells.get(column), PaperFonts.TEXT, side(column)));
        }
    }

    /** What the supplier is to know of his deliveries. */
    private PdfPTable discrepancies() {
        PdfPTable table = PaperTables.of(new float[] {12, 16, 12, 12, 12, 12, 12, 12});
        table.setHeaderRows(1);
        table.setSpacingBefore(8);
        for (String name : List.of("came", "sku", "noted", "accepted", "damaged", "refused", "missing", "reason")) {
            table.addCell(PaperTables.ruled(word(name), PaperFonts.SMALL, Element.ALIGN_LEFT));
        }
        for (OrderBoard.Discrepancy one : detail.discrepancies()) {
            table.addCell(PaperTables.ruled(day(one.on()), PaperFonts.TEXT, Element.ALIGN_LEFT));
            table.addCell(PaperTables.ruled(one.sku(), PaperFonts.TEXT, Element.ALIGN_LEFT));
            for (Quantity quantity : List.of(one.delivered(), one.accepted(), one.damaged(), one.refused(), one.missing())) {
                table.addCell(PaperTables.ruled(number("#,##0.######", quantity.decimal()), PaperFonts.TEXT, Element.ALIGN_LEFT));
            }
            table.addCell(PaperTables.ruled(one.reason() == null ? "" : one.reason(), PaperFonts.TEXT, Element.ALIGN_LEFT));
        }
        return table;
    }

    private Money total() {
        return detail.lines().stream().filter(line -> line.unitCost() != null).map(this::worth).reduce(Money.zero(currency), Money::plus);
    }

    private Money worth(OrderBoard.Line line) {
        return Money.worth(line.ordered(), line.unitCost(), currency);
    }

    private Paragraph remarks() {
        long unpriced = detail.lines().stream().filter(line -> line.unitCost() == null).count();
        String note = detail.order().note() == null ? "" : detail.order().note() + "\n";
        return new Paragraph(14, note + (unpriced == 0 ? "" : language.text("paper.unpriced", unpriced)),
                PaperFonts.TEXT);
    }

    private String word(String name) {
        return language.words().getString("paper." + name);
    }

    private static int side(int column) {
        return column >= FIRST_NUMBER && column != UNIT ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
    }

    private String day(LocalDate day) {
        return day == null ? "–" : language.day().format(day);
    }

    private String amount(Money money) {
        int digits = money.currency().getDefaultFractionDigits();
        return number("#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)), money.decimal());
    }

    private String number(String pattern, BigDecimal value) {
        return new DecimalFormat(pattern, language.symbols()).format(value);
    }
}
