package entrepot.web.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The lines of a request body, one at a time, however long it is; a line that is too long is skipped, not held. */
final class LineStream {

    static final int MOST_BYTES = 1_000_000;

    private final InputStream bytes;
    private long number;

    LineStream(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
    }

    /** @param encoding the Content-Encoding, or null; {@code gzip} is unpacked on the way */
    static LineStream of(InputStream body, String encoding) {
        try {
            return new LineStream("gzip".equalsIgnoreCase(encoding) ? new GZIPInputStream(body) : body);
        } catch (IOException broken) {
            throw ApiProblem.of(400, "not-gzip", "the body is not gzip, as its Content-Encoding says");
        }
    }

    /** Where it is, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line; blank ones count and are passed over.
     *
     * @return null at the end
     * @throws ApiProblem where the line is too long or not UTF-8; the one after it can be read
     */
    String next() throws IOException {
        while (true) {
            var line = new ByteArrayOutputStream();
            int last = read(line);
            if (last < 0 && line.size() == 0) {
                return null;
            }
            number++;
            if (line.size() > MOST_BYTES) {
                throw ApiProblem.of(413, "line-too-long", "a line may have " + MOST_BYTES + " bytes at most");
            }
            String text = text(line.toByteArray());
            if (!text.isBlank()) {
                return text;
            }
        }
    }

    private int read(ByteArrayOutputStream line) throws IOException {
        int next = bytes.read();
        while (next >= 0 && next != '\n') {
            if (line.size() <= MOST_BYTES) {
                line.write(next);
            }
            next = bytes.read();
        }
        return next;
    }

    private static String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException broken) {
            throw ApiProblem.of(400, "not-utf-8", "the line is not UTF-8");
        }
    }
}
