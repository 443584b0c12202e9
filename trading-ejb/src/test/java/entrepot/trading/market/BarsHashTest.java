package entrepot.trading.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BarsHashTest {

    /** As a backtest wrote it before: a later form would make each kept hash a lie. */
    @Test
    void isTheCountAndThenSixNumbersForEachBar() throws NoSuchAlgorithmException {
        Random random = new Random(3);
        long[] times = random.longs(50, 0, 1_000_000_000_000L).sorted().distinct().toArray();
        double[] open = random.doubles(times.length).toArray();
        double[] close = random.doubles(times.length).toArray();
        Bars bars = Bars.of(times, open, close, open, close, open);
        ByteBuffer written = ByteBuffer.allocate(8 + 48 * times.length).putLong(times.length);
        for (int bar = 0; bar < times.length; bar++) {
            written.putLong(times[bar]).putDouble(open[bar]).putDouble(close[bar]).putDouble(open[bar]).putDouble(close[bar]).putDouble(open[bar]);
        }
        assertThat(BarsHash.of(bars)).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written.array())));
        assertThat(BarsHash.of(bars.slice(0, 49))).isNotEqualTo(BarsHash.of(bars));
    }
}
