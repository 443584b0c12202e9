package entrepot.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A whole request body in memory, up to a limit that counts what comes out of the packing. */
final class BodyBytes {

    static final int MOST = 32 << 20;

    private BodyBytes() {}

    /** @param encoding the Content-Encoding, or null */
    static byte[] read(InputStream body, String encoding) throws IOException {
        try {
            InputStream plain = "gzip".equalsIgnoreCase(encoding) ? new GZIPInputStream(body) : body;
            byte[] bytes = plain.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw ApiProblem.of(413, "too-large", "the body may have " + MOST + " bytes at most: send it in parts");
            }
            return bytes;
        } catch (ZipException broken) {
            throw ApiProblem.of(400, "not-gzip", "the body is not gzip, as its Content-Encoding says");
        }
    }
}
