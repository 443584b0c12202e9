package entrepot.web.print;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import entrepot.inventory.label.Copies;
import entrepot.inventory.label.Label;
import entrepot.inventory.label.LabelSheet;
import entrepot.inventory.label.Symbology;
import entrepot.web.language.Language;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Labels on sheets of a known kind.
 *
 * @param offset labels of the first sheet that are used already
 */
public record LabelPaper(Language language, LabelSheet sheet, int offset, Symbology symbology, List<Copies> labels) {

    private static final float HUNDREDTH = 72f / 2540;

    /** The first label whose bars are too wide for the sheet, if there is one. */
    public Optional<Label> tooWide() {
        LabelCell cell = cell(null, 0);
        return labels.stream().map(Copies::label).filter(label -> !cell.holds(Symbol.of(label, symbology))).findFirst();
    }

    public void write(OutputStream out) {
        Document paper = new Document(new Rectangle(points(sheet.pageWidth()), points(sheet.pageHeight())), 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(paper, out);
        paper.open();
        int at = offset;
        for (Copies copies : labels) {
            Symbol symbol = Symbol.of(copies.label(), symbology);
            for (int copy = 0; copy < copies.count(); copy++) {
                if (at > offset && at % sheet.size() == 0) {
                    paper.newPage();
                }
                cell(writer.getDirectContent(), at % sheet.size()).print(copies.label(), symbol);
                at += 1;
            }
        }
        paper.close();
    }

    private LabelCell cell(PdfContentByte canvas, int place) {
        return new LabelCell(canvas, language, symbology, points(sheet.left(place)), points(sheet.pageHeight() - sheet.top(place)),
                points(sheet.width()), points(sheet.height()));
    }

    private static float points(int hundredths) {
        return hundredths * HUNDREDTH;
    }
}
