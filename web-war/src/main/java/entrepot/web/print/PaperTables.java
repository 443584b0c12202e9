package entrepot.web.print;

import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;

/** Tables as our papers have them: as wide as the page, ruled below each line. */
final class PaperTables {

    private PaperTables() {}

    /** @param widths in parts of the whole */
    static PdfPTable of(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    static PdfPCell bare(String text, Font font, int side) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setHorizontalAlignment(side);
        cell.setPaddingLeft(0);
        return cell;
    }

    static PdfPCell ruled(String text, Font font, int side) {
        PdfPCell cell = bare(text, font, side);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidthBottom(0.4f);
        cell.setPaddingBottom(4);
        return cell;
    }

    /** Of a section. */
    static Paragraph head(String text) {
        Paragraph head = new Paragraph(22, text, PaperFonts.STRONG);
        head.setSpacingAfter(4);
        return head;
    }
}
