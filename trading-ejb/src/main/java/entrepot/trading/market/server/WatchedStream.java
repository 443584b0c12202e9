package entrepot.trading.market.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Says now and then how many bytes were read. */
final class WatchedStream extends FilterInputStream {

    private static final long EVERY = 1 << 20;

    private final LongConsumer watcher;
    private long read;
    private long told;

    WatchedStream(InputStream content, LongConsumer watcher) {
        super(content);
        this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int bytes = super.read(into, from, length);
        return count(bytes, bytes);
    }

    private int count(int answer, int bytes) {
        if (answer >= 0) {
            read += bytes;
            if (read - told >= EVERY) {
                told = read;
                watcher.accept(read);
            }
        }
        return answer;
    }
}
