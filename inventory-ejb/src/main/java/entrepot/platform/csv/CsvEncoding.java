package entrepot.platform.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** In what a file is written. UTF-8 unless said otherwise; never guessed, and no byte is replaced. */
public enum CsvEncoding {
    UTF_8("utf-8", StandardCharsets.UTF_8),
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

    private final String label;
    private final Charset charset;

    CsvEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** @param label as people write it, or null for UTF-8 */
    public static CsvEncoding named(String label) {
        if (label == null) {
            return UTF_8;
        }
        for (CsvEncoding encoding : values()) {
            if (encoding.label.equalsIgnoreCase(label)) {
                return encoding;
            }
        }
        throw new CsvRefused("unknown-encoding", "encoding '" + label + "' must be utf-8 or windows-1252");
    }

    /** @throws CsvRefused where a byte stands for no character, with its line and place */
    public String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw new CsvRefused("encoding", "the file is UTF-16; save it as UTF-8");
        }
        int start = this == UTF_8 && startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw new CsvRefused("encoding", notInThisEncoding(bytes, in.position()));
        }
        return out.flip().toString();
    }

    private String notInThisEncoding(byte[] bytes, int place) {
        long line = 1;
        for (int before = 0; before < place; before++) {
            line += bytes[before] == '\n' ? 1 : 0;
        }
        return String.format("byte 0x%02X on line %d (byte %d of the file) is not %s; ", bytes[place], line, place + 1, label)
                + (this == UTF_8 ? "save the file as UTF-8, or send it with encoding=windows-1252" : "save the file as UTF-8");
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int place = 0; place < mark.length; place++) {
            if (bytes.length <= place || (bytes[place] & 0xFF) != mark[place]) {
                return false;
            }
        }
        return true;
    }
}
