package entrepot.trading.backtest;

import entrepot.platform.idempotency.Fingerprint;
import entrepot.trading.market.Bars;
import entrepot.trading.market.BarsHash;
import entrepot.trading.pair.PairBars;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 over numbers by their bits, big end first, and texts in UTF-8 after their length. */
public final class ResultHash {

    private final MessageDigest digest = Fingerprint.digest();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** What a series is known by: the same bars anywhere have the same. */
    public static String of(Bars bars) {
        return BarsHash.of(bars);
    }

    /** As above, of both series of a pair. */
    public static String of(PairBars bars) {
        return new ResultHash().add(bars.one()).add(bars.other()).hex();
    }

    /** Of the sets of hyperparameters among which a result was learned. @param result its hash */
    public static String ofSets(String result) {
        return new ResultHash().add("each set of hyperparameters of").add(result).hex();
    }

    public ResultHash add(Bars bars) {
        BarsHash.into(digest, bars);
        return this;
    }

    public ResultHash add(long value) {
        digest.update(number.putLong(0, value).array());
        return this;
    }

    public ResultHash add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    public ResultHash add(double[] values) {
        add(values.length);
        for (double value : values) {
            add(value);
        }
        return this;
    }

    public ResultHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
