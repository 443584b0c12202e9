package entrepot.inventory.label;

import entrepot.inventory.gs1.ElementString;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels in the language of label printers, one format a label.
 *
 * @param dpi    dots an inch: 203 or 300
 * @param width  of a label, in millimetres
 * @param height of a label, in millimetres
 * @see "Zebra, ZPL II Programming Guide: ^BC, ^BX, ^CI, ^FB, ^FH, ^PQ"
 */
public record Zpl(int dpi, int width, int height, Symbology symbology) {

    private static final double MILLIMETRES_AN_INCH = 25.4;
    private static final Pattern PAIRS = Pattern.compile("^(?:[0-9]{2})+");

    public String print(List<Copies> labels) {
        StringBuilder text = new StringBuilder();
        labels.forEach(copies -> text.append(format(copies.label(), copies.count())));
        return text.toString();
    }

    private String format(Label label, int copies) {
        String size = "^XA^CI28^PW" + dots(width) + "^LL" + dots(height) + "^LH0,0\n";
        String body = symbology == Symbology.DATAMATRIX ? besideSquare(label) : belowBars(label);
        return size + body + "^PQ" + copies + "\n^XZ\n";
    }

    private String besideSquare(Label label) {
        int text = 2 + 16;
        return "^FO" + dots(2) + "," + dots(2) + "^BXN," + dots(0.5) + ",200,,,,_" + field(square(label))
                + lines(label, text, 2, width - text - 1);
    }

    private String belowBars(Label label) {
        return "^FO" + dots(2) + "," + dots(2) + "^BY" + Math.max(2, dots(0.25)) + "^BCN," + dots(9) + ",N,N,N,N" + field(bars(label))
                + lines(label, 2, 12, width - 4);
    }

    private String lines(Label label, int left, int top, int room) {
        StringBuilder lines = new StringBuilder(line(left, top, room, 2, 3, label.title()));
        lines.append(line(left, top + 7, room, 1, 3, label.code()));
        String more = (label.lot() == null ? "" : label.lot()) + (label.expires() == null ? "" : "  " + label.expires());
        if (!more.isBlank()) {
            lines.append(line(left, top + 11, room, 1, 3, more.strip()));
        }
        return lines.append(line(2, Math.min(height - 4, top + 17), width - 4, 2, 1.8, label.readable())).toString();
    }

    private String line(int left, int top, int room, int most, double size, String text) {
        return "^FO" + dots(left) + "," + dots(top) + "^A0N," + dots(size) + "^FB" + dots(room) + "," + most + ",0,L" + field(text);
    }

    /** A backslash before two hexadecimal digits stands for what would be read as a command. */
    private static String field(String text) {
        return "^FH\\^FD" + text.replace("\\", "\\5C").replace("^", "\\5E").replace("~", "\\7E") + "^FS\n";
    }

    /** FNC1 is {@code _1}; an underscore is written twice. */
    private static String square(Label label) {
        return label.elements() == null ? label.code().replace("_", "__")
                : "_1" + label.elements().raw().replace("_", "__").replace(String.valueOf(ElementString.SEPARATOR), "_1");
    }

    /** Starts with pairs of digits (subset C), then goes on character by character (subset B); FNC1 is {@code >8}. */
    private static String bars(Label label) {
        if (label.elements() == null) {
            return ">:" + single(label.code());
        }
        String raw = label.elements().raw();
        Matcher pairs = PAIRS.matcher(raw);
        int end = pairs.find() ? pairs.end() : 0;
        return ">;>8" + raw.substring(0, end) + (end == raw.length() ? "" : ">6" + single(raw.substring(end)));
    }

    private static String single(String text) {
        return text.replace(">", "><").replace(String.valueOf(ElementString.SEPARATOR), ">8");
    }

    private int dots(double millimetres) {
        return (int) Math.round(millimetres * dpi / MILLIMETRES_AN_INCH);
    }
}
