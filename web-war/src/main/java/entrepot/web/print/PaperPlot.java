package entrepot.web.print;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import entrepot.web.tearsheet.Plot;
import java.awt.Color;
import java.util.List;

/** A drawing of lines as vectors, as wide as the page lets it. */
final class PaperPlot {

    private static final Color GRID = new Color(0xDC, 0xDF, 0xDA);
    private static final Color SOFT = new Color(0x54, 0x5D, 0x62);
    private static final Color FIRST = new Color(0x0D, 0x5C, 0x4D);
    private static final float SIZE = 12;
    private static final BaseFont FONT = PaperFonts.SMALL.getBaseFont();

    private final PdfTemplate canvas;
    private final Plot plot;

    private PaperPlot(PdfTemplate canvas, Plot plot) {
        this.canvas = canvas;
        this.plot = plot;
    }

    /** @param width in points */
    static Image of(PdfWriter writer, Plot plot, float width) {
        PdfTemplate canvas = writer.getDirectContent().createTemplate(Plot.WIDTH, Plot.HEIGHT);
        new PaperPlot(canvas, plot).draw();
        Image image = Image.getInstance(canvas);
        image.scalePercent(100 * width / Plot.WIDTH);
        return image;
    }

    private void draw() {
        canvas.setLineWidth(0.8f);
        canvas.setColorStroke(GRID);
        for (Plot.Mark level : plot.levels()) {
            canvas.moveTo(Plot.LEFT, up(level.place()));
            canvas.lineTo(Plot.WIDTH - 8, up(level.place()));
            canvas.stroke();
            text(PdfContentByte.ALIGN_RIGHT, level.text(), Plot.LEFT - 6, up(level.place()) - 4);
        }
        for (int line = plot.lines().size() - 1; line >= 0; line--) {
            line(plot.lines().get(line), line == 0);
        }
        for (int mark = 0; mark < plot.days().size(); mark++) {
            int align = mark == 0 ? PdfContentByte.ALIGN_LEFT : mark == plot.days().size() - 1 ? PdfContentByte.ALIGN_RIGHT : PdfContentByte.ALIGN_CENTER;
            text(align, plot.days().get(mark).text(), plot.days().get(mark).place(), 6);
        }
    }

    private void line(Plot.Line line, boolean first) {
        canvas.setColorStroke(first ? FIRST : SOFT);
        canvas.setLineWidth(1.5f);
        canvas.setLineDash(first ? new float[0] : new float[] {6, 4}, 0);
        pieces(line.pieces());
        canvas.setLineDash(new float[0], 0);
    }

    private void pieces(List<double[]> pieces) {
        for (double[] piece : pieces) {
            canvas.moveTo((float) piece[0], up(piece[1]));
            for (int at = 2; at < piece.length; at += 2) {
                canvas.lineTo((float) piece[at], up(piece[at + 1]));
            }
            canvas.stroke();
        }
    }

    private void text(int align, String text, double x, double y) {
        canvas.beginText();
        canvas.setColorFill(SOFT);
        canvas.setFontAndSize(FONT, SIZE);
        canvas.showTextAligned(align, text, (float) x, (float) y, 0);
        canvas.endText();
    }

    /** Paper counts from below. */
    private static float up(double y) {
        return Plot.HEIGHT - (float) y;
    }
}
