package entrepot.web.print;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** DejaVu Sans, embedded: Latin, Greek, Cyrillic and more. A character it does not have is left out of the print. */
final class PaperFonts {

    private static final BaseFont PLAIN = load("DejaVuSansCondensed.ttf");
    private static final BaseFont BOLD = load("DejaVuSansCondensed-Bold.ttf");

    static final Font TEXT = new Font(PLAIN, 9);
    static final Font STRONG = new Font(BOLD, 9);
    static final Font SMALL = new Font(PLAIN, 7.5f);
    static final Font TINY = new Font(PLAIN, 6);
    static final Font TITLE = new Font(BOLD, 16);

    private PaperFonts() {}

    private static BaseFont load(String file) {
        try (InputStream in = PaperFonts.class.getResourceAsStream(file)) {
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, in.readAllBytes(), null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
