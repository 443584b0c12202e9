package entrepot.trading.market;

import entrepot.platform.idempotency.Fingerprint;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of a series by the bits of its numbers, big end first: how many bars, then each with time, open, high, low, close and volume. The version of the data. */
public final class BarsHash {

    private final ByteBuffer numbers = ByteBuffer.allocate(6 * Long.BYTES);
    private final MessageDigest digest;

    /** @param bars that will come */
    public BarsHash(long bars) {
        this(Fingerprint.digest(), bars);
    }

    private BarsHash(MessageDigest digest, long bars) {
        this.digest = digest;
        digest.update(numbers.putLong(0, bars).array(), 0, Long.BYTES);
    }

    /** What a series is known by: the same bars anywhere have the same. */
    public static String of(Bars bars) {
        MessageDigest digest = Fingerprint.digest();
        into(digest, bars);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As a part of something larger. */
    public static void into(MessageDigest digest, Bars bars) {
        BarsHash hash = new BarsHash(digest, bars.size());
        for (int bar = 0; bar < bars.size(); bar++) {
            hash.add(bars.time(bar), bars.open(bar), bars.high(bar), bars.low(bar), bars.close(bar), bars.volume(bar));
        }
    }

    public void add(long time, double open, double high, double low, double close, double volume) {
        digest.update(numbers.clear().putLong(time).putDouble(open).putDouble(high).putDouble(low).putDouble(close).putDouble(volume).array());
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
