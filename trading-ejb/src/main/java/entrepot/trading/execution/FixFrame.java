package entrepot.trading.execution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands around the body of a FIX message: its version (tag 8) and length (9) before, its checksum (10) behind. The length counts
 * the bytes of the body; the checksum is the sum of all bytes before its field, modulo 256, in three digits.
 *
 * @param beginString e.g. {@code FIX.4.2}
 * @param body        fields, each ended by SOH, from tag 35 on
 * @see "FIX session layer (FIXS), StandardHeader and StandardTrailer: BodyLength (9), CheckSum (10)"
 */
public record FixFrame(String beginString, String body) {

    public static final char SOH = '\u0001';

    private static final Pattern WHOLE = Pattern.compile("8=([^\u0001]+)\u00019=(\\d{1,9})\u0001(.*\u0001)10=(\\d{3})\u0001", Pattern.DOTALL);

    public FixFrame {
        if (beginString.isEmpty() || beginString.indexOf(SOH) >= 0 || body.isEmpty() || body.charAt(body.length() - 1) != SOH) {
            throw new IllegalArgumentException(
                    "version is '" + beginString + "', body is '" + shown(body) + "', must not be empty, and every field of the body end by SOH");
        }
    }

    /** @throws IllegalArgumentException with everything that is wrong */
    public static FixFrame read(String message) {
        Matcher parts = WHOLE.matcher(message);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + shown(message) + "' must be 8=…|9=…|…|10=nnn|, every field ended by SOH");
        }
        FixFrame frame = new FixFrame(parts.group(1), parts.group(3));
        List<String> wrong = new ArrayList<>();
        if (Integer.parseInt(parts.group(2)) != frame.bodyLength()) {
            wrong.add("9 is " + parts.group(2) + ", the body has " + frame.bodyLength() + " bytes");
        }
        String sum = digits(sum(message.substring(0, parts.start(4) - 3)));
        if (!parts.group(4).equals(sum)) {
            wrong.add("10 is " + parts.group(4) + ", the bytes before it sum to " + sum);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return frame;
    }

    /** Bytes. */
    public int bodyLength() {
        return bytes(body).length;
    }

    /** Three digits. */
    public String checksum() {
        return digits(sum(headed()));
    }

    public String message() {
        String headed = headed();
        return headed + "10=" + digits(sum(headed)) + SOH;
    }

    private String headed() {
        return "8=" + beginString + SOH + "9=" + bodyLength() + SOH + body;
    }

    private static int sum(String text) {
        int sum = 0;
        for (byte one : bytes(text)) {
            sum += one & 0xff;
        }
        return sum % 256;
    }

    private static String digits(int sum) {
        return String.format("%03d", sum);
    }

    /** Text beyond ASCII counts by its bytes in UTF-8. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return text.replace(SOH, '|');
    }
}
