package entrepot.web.print;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import entrepot.trading.tearsheet.server.TearSheetView;
import entrepot.web.language.Language;
import entrepot.web.tearsheet.FigureRows;
import entrepot.web.tearsheet.Plot;
import entrepot.web.tearsheet.SheetText;
import java.awt.Color;
import java.io.OutputStream;
import java.util.List;

/** The tear sheet of a backtest on paper: what the page shows, with its drawings as vectors. */
public record TearSheetPaper(Language language, String company, TearSheetView view) {

    private static final float MARGIN = 42;
    private static final Color GAIN = new Color(0x0D, 0x5C, 0x4D);
    private static final Color LOSS = new Color(0xA2, 0x27, 0x1C);
    private static final int PERCENT_A_LEVEL = 10;

    public void write(OutputStream out) {
        SheetText text = new SheetText(view, language);
        Document paper = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 16);
        PdfWriter writer = PdfWriter.getInstance(paper, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new PageFoot(text.title() + " · " + company, page -> language.text("paper.page", Integer.toString(page))));
        paper.addTitle(text.title());
        paper.addAuthor(company);
        paper.open();
        head(paper, text);
        figures(paper, text);
        drawings(paper, writer, text);
        months(paper, text);
        rolling(paper, writer, text);
        falls(paper, text);
        paper.add(PaperTables.head(text.word("backtest.asked")));
        paper.add(facts(text.asked(), new float[] {28, 72}));
        paper.close();
    }

    private static void head(Document paper, SheetText text) {
        paper.add(new Paragraph(20, text.title(), PaperFonts.TITLE));
        paper.add(new Paragraph(14, text.time(), PaperFonts.TEXT));
        paper.add(new Paragraph(14, text.verdict(), PaperFonts.STRONG));
        text.doubts().forEach(doubt -> paper.add(new Paragraph(12, "• " + doubt, PaperFonts.TEXT)));
        paper.add(new Paragraph(12, text.warning(), PaperFonts.SMALL));
    }

    private static void figures(Document paper, SheetText text) {
        PdfPTable both = PaperTables.of(50, 50);
        both.setSpacingBefore(8);
        PdfPTable figures = PaperTables.of(52, 24, 24);
        row(figures, List.of(text.word("backtest.figures"), text.one(), text.other()), PaperFonts.SMALL);
        for (FigureRows.Row row : text.figures()) {
            row(figures, List.of(row.label(), row.one(), row.other()), PaperFonts.TEXT);
        }
        both.addCell(side(figures, 0, 8));
        both.addCell(side(facts(text.evidence(), new float[] {60, 40}), 8, 0));
        paper.add(both);
    }

    private static PdfPCell side(PdfPTable table, float left, float right) {
        PdfPCell cell = new PdfPCell(table);
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPaddingLeft(left);
        cell.setPaddingRight(right);
        return cell;
    }

    private static void drawings(Document paper, PdfWriter writer, SheetText text) {
        plot(paper, writer, text.word("backtest.equity") + " · " + text.legend(), text.equity());
        plot(paper, writer, text.word("basket.drawdown"), text.drawdown());
    }

    private static void rolling(Document paper, PdfWriter writer, SheetText text) {
        paper.add(PaperTables.head(text.word("tearsheet.rolling")));
        paper.add(new Paragraph(12, text.rolling(), PaperFonts.TEXT));
        if (text.judged()) {
            plot(paper, writer, text.word("backtest.sharpe"), text.rollingSharpe());
        }
        plot(paper, writer, text.word("backtest.volatility"), text.rollingVolatility());
        plot(paper, writer, text.word("tearsheet.exposure"), text.exposure());
    }

    /** Not torn from its title. */
    private static void plot(Document paper, PdfWriter writer, String title, Plot plot) {
        PdfPTable box = PaperTables.of(100);
        box.setKeepTogether(true);
        box.setSplitRows(false);
        PdfPCell cell = PaperTables.bare(title, PaperFonts.STRONG, Element.ALIGN_LEFT);
        cell.setPaddingTop(8);
        box.addCell(cell);
        PdfPCell drawing = new PdfPCell(PaperPlot.of(writer, plot, PageSize.A4.getWidth() - 2 * MARGIN));
        drawing.setBorder(PdfPCell.NO_BORDER);
        drawing.setPadding(0);
        box.addCell(drawing);
        paper.add(box);
    }

    private static void months(Document paper, SheetText text) {
        paper.add(PaperTables.head(text.word("tearsheet.months")));
        PdfPTable table = PaperTables.of(6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8);
        table.setHeaderRows(1);
        table.addCell(small(text.word("backtest.year"), Element.ALIGN_LEFT, 0));
        text.monthNames().forEach(name -> table.addCell(small(name, Element.ALIGN_RIGHT, 0)));
        table.addCell(small(text.one(), Element.ALIGN_RIGHT, 0));
        table.addCell(small(text.other(), Element.ALIGN_RIGHT, 0));
        for (SheetText.Year year : text.years()) {
            table.addCell(small(Integer.toString(year.year()), Element.ALIGN_LEFT, 0));
            year.cells().forEach(cell -> table.addCell(small(cell.text(), Element.ALIGN_RIGHT, cell.level())));
            table.addCell(small(year.total().text(), Element.ALIGN_RIGHT, year.total().level()));
            table.addCell(small(year.benchmark(), Element.ALIGN_RIGHT, 0));
        }
        paper.add(table);
        paper.add(new Paragraph(12, text.word("tearsheet.months.what"), PaperFonts.SMALL));
    }

    private static PdfPCell small(String text, int side, int level) {
        PdfPCell cell = PaperTables.ruled(text, PaperFonts.TINY, side);
        cell.setPaddingLeft(1);
        cell.setPaddingRight(1);
        if (level != 0) {
            cell.setBackgroundColor(paler(level > 0 ? GAIN : LOSS, Math.abs(level) * PERCENT_A_LEVEL));
        }
        return cell;
    }

    private static Color paler(Color colour, int percent) {
        return new Color(255 - (255 - colour.getRed()) * percent / 100, 255 - (255 - colour.getGreen()) * percent / 100,
                255 - (255 - colour.getBlue()) * percent / 100);
    }

    private static void falls(Document paper, SheetText text) {
        paper.add(PaperTables.head(text.word("tearsheet.declines")));
        PdfPTable table = PaperTables.of(25, 25, 25, 25);
        row(table, List.of(text.word("tearsheet.depth"), text.word("tearsheet.high"), text.word("tearsheet.low"), text.word("tearsheet.healed")), PaperFonts.SMALL);
        text.declines().forEach(fall -> row(table, fall, PaperFonts.TEXT));
        paper.add(table);
        paper.add(PaperTables.head(text.word("tearsheet.trades")));
        paper.add(facts(text.trades(), new float[] {50, 50}));
    }

    private static void row(PdfPTable table, List<String> cells, Font font) {
        for (int at = 0; at < cells.size(); at++) {
            table.addCell(PaperTables.ruled(cells.get(at), font, at == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT));
        }
    }

    private static PdfPTable facts(List<SheetText.Fact> facts, float[] widths) {
        PdfPTable table = PaperTables.of(widths);
        table.setKeepTogether(true);
        for (SheetText.Fact fact : facts) {
            table.addCell(PaperTables.ruled(fact.label(), PaperFonts.SMALL, Element.ALIGN_LEFT));
            table.addCell(PaperTables.ruled(fact.value(), PaperFonts.TEXT, Element.ALIGN_LEFT));
        }
        return table;
    }
}
