package entrepot.web.print;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import entrepot.inventory.label.Label;
import entrepot.inventory.label.Symbology;
import entrepot.web.language.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * The place of one label on the paper: bars, then words, and along the lower edge what the bars say.
 *
 * @param left in points, from the left of the paper
 * @param top  from the bottom of the paper to the upper edge of the label
 */
record LabelCell(
        PdfContentByte canvas, Language language, Symbology symbology, float left, float top, float width, float height) {

    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float MARGIN = 2 * MILLIMETRE;
    /** GS1 asks for a quarter of a millimetre at least. */
    private static final float NARROWEST = 0.25f * MILLIMETRE;
    private static final float WIDEST = 0.5f * MILLIMETRE;
    private static final float LEADING = 1.15f;
    private static final float SMALL = 5;
    private static final BaseFont STRONG = PaperFonts.STRONG.getBaseFont();
    private static final BaseFont PLAIN = PaperFonts.TEXT.getBaseFont();

    boolean holds(Symbol symbol) {
        return module(symbol) >= NARROWEST;
    }

    private float module(Symbol symbol) {
        float across = width / (symbol.width() + 2 * symbol.quiet());
        float down = (height - 2 * MARGIN - 2 * SMALL) / symbol.height();
        return Math.min(WIDEST, isSquare() ? Math.min(across, down) : across);
    }

    void print(Label label, Symbol symbol) {
        float module = module(symbol);
        if (isSquare()) {
            draw(symbol, left + MARGIN, top - MARGIN, module, module);
            words(label, left + 2 * MARGIN + symbol.width() * module, top - MARGIN);
        } else {
            float tall = height * 0.35f;
            draw(symbol, left + (width - symbol.width() * module) / 2, top - MARGIN, module, tall / symbol.height());
            words(label, left + MARGIN, top - MARGIN - tall - 2);
        }
        List<String> readable = wrapped(label.readable(), PLAIN, SMALL, width - 2 * MARGIN, 2);
        lines(readable, PLAIN, SMALL, left + MARGIN, top - height + MARGIN / 2 + SMALL * LEADING * readable.size());
    }

    private boolean isSquare() {
        return symbology == Symbology.DATAMATRIX;
    }

    private void draw(Symbol symbol, float x, float y, float across, float down) {
        symbol.bars().forEach(bar -> canvas.rectangle(x + (float) bar.x * across, y - (float) (bar.y + bar.height) * down,
                (float) bar.width * across, (float) bar.height * down));
        canvas.fill();
    }

    private void words(Label label, float x, float y) {
        float size = height < 25 * MILLIMETRE ? 5.5f : 8;
        float room = left + width - MARGIN - x;
        float below = lines(wrapped(label.title(), STRONG, size, room, isSquare() ? 2 : 1), STRONG, size, x, y);
        lines(facts(label).stream().map(fact -> wrapped(fact, PLAIN, size, room, 1).get(0)).toList(), PLAIN, size, x, below);
    }

    private List<String> facts(Label label) {
        List<String> facts = new ArrayList<>(List.of(label.code()));
        if (label.lot() != null) {
            facts.add(label.lot());
        }
        if (label.expires() != null) {
            facts.add(language.text("labels.expires", language.day().format(label.expires())));
        }
        return isSquare() ? facts : List.of(String.join("  ", facts));
    }

    /** @return where the next line begins */
    private float lines(List<String> lines, BaseFont font, float size, float x, float y) {
        float at = y;
        for (String line : lines) {
            at -= size * LEADING;
            canvas.beginText();
            canvas.setFontAndSize(font, size);
            canvas.setTextMatrix(x, at);
            canvas.showText(line);
            canvas.endText();
        }
        return at;
    }

    /** Broken where the room ends; what is left after the last line is cut off. */
    static List<String> wrapped(String text, BaseFont font, float size, float room, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && lines.size() < most) {
            int end = rest.length();
            while (end > 1 && font.getWidthPoint(rest.substring(0, end), size) > room) {
                end -= 1;
            }
            int space = rest.lastIndexOf(' ', end);
            int at = end < rest.length() && space > 0 && lines.size() < most - 1 ? space : end;
            lines.add(rest.substring(0, at));
            rest = rest.substring(at).strip();
        }
        return lines;
    }
}
