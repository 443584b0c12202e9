package entrepot.web.print;

import entrepot.inventory.gs1.Element;
import entrepot.inventory.label.Label;
import entrepot.inventory.label.Symbology;
import java.util.List;
import java.util.stream.Collectors;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol.DataType;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * The bars of a label, in modules: the width of the narrowest.
 *
 * @param quiet what must stay white on either side
 */
public record Symbol(int width, int height, int quiet, List<Rectangle> bars) {

    public static Symbol of(Label label, Symbology symbology) {
        return symbology == Symbology.DATAMATRIX ? square(label) : bars(label);
    }

    private static Symbol square(Label label) {
        DataMatrix square = new DataMatrix();
        square.setForceMode(DataMatrix.ForceMode.SQUARE);
        fill(square, label);
        return new Symbol(square.getWidth(), square.getHeight(), 1, List.copyOf(square.getRectangles()));
    }

    private static Symbol bars(Label label) {
        Code128 bars = new Code128();
        bars.setHumanReadableLocation(HumanReadableLocation.NONE);
        fill(bars, label);
        return new Symbol(bars.getWidth(), bars.getHeight(), 10, List.copyOf(bars.getRectangles()));
    }

    private static void fill(uk.org.okapibarcode.backend.Symbol symbol, Label label) {
        if (label.elements() != null) {
            symbol.setDataType(DataType.GS1);
        }
        symbol.setContent(label.elements() == null ? label.code()
                : label.elements().elements().stream().map(Symbol::bracketed).collect(Collectors.joining()));
    }

    /** Square brackets, since no value of GS1 has one. */
    private static String bracketed(Element element) {
        return "[" + element.identifier() + "]" + element.value();
    }

    /** As a path of SVG. */
    public String path() {
        return bars.stream()
                .map(bar -> "M" + (int) bar.x + " " + (int) bar.y + "h" + (int) bar.width + "v" + (int) bar.height + "h-" + (int) bar.width + "z")
                .collect(Collectors.joining());
    }
}
