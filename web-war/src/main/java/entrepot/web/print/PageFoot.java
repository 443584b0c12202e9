package entrepot.web.print;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.util.function.IntFunction;

/** The document's name and "Page 2 of 3" below every page. How many there are is known at the end and filled in then. */
final class PageFoot extends PdfPageEventHelper {

    private static final float SIZE = 7.5f;
    private static final float ROOM = 24;
    private static final float BELOW = 18;

    private final BaseFont font = PaperFonts.SMALL.getBaseFont();
    private final String name;
    private final IntFunction<String> pageOf;
    private PdfTemplate pages;

    /** @param pageOf the words before how many there are, e.g. "Page 2 of" */
    PageFoot(String name, IntFunction<String> pageOf) {
        this.name = name;
        this.pageOf = pageOf;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        pages = writer.getDirectContent().createTemplate(ROOM, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        String page = pageOf.apply(writer.getPageNumber()) + " ";
        float y = document.bottom() - BELOW;
        float x = document.right() - ROOM - font.getWidthPoint(page, SIZE);
        PdfContentByte canvas = writer.getDirectContent();
        write(canvas, name, document.left(), y);
        write(canvas, page, x, y);
        canvas.addTemplate(pages, document.right() - ROOM, y);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        write(pages, Integer.toString(writer.getPageNumber() - 1), 0, 0);
    }

    private void write(PdfContentByte canvas, String text, float x, float y) {
        canvas.beginText();
        canvas.setFontAndSize(font, SIZE);
        canvas.setTextMatrix(x, y);
        canvas.showText(text);
        canvas.endText();
    }
}
