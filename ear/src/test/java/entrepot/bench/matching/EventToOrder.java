package entrepot.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Protocol T3: from a quote to the order that comes of it, judged, written and matched; only quotes that an order came of are counted. */
final class EventToOrder {

    static final int IN_CORE = 1_000_000;
    static final int OVER_A_SOCKET = 100_000;
    /** Four longs: number, time, bid, ask; back comes the number of the order in the place of the bid, below zero for a sale, 0 for none. */
    static final int FRAME = 4 * Long.BYTES;
    /** Of the quotes' own clock. */
    private static final long NANOS_BETWEEN = 1_000_000;

    private final long[] bids = QuoteTrader.quotes();

    Times inCore(Duration forceEvery) throws IOException {
        long[] nanos = new long[IN_CORE];
        int warm = IN_CORE / 2;
        try (QuoteTrader trader = new QuoteTrader(forceEvery)) {
            int orders = -warm;
            for (long number = 1; orders < IN_CORE; number++) {
                long bid = bids[(int) number & QuoteTrader.QUOTES - 1];
                long begun = System.nanoTime();
                long order = trader.quoted(number * NANOS_BETWEEN, bid, bid + 2);
                long took = System.nanoTime() - begun;
                if (order != 0 && ++orders > 0) {
                    nanos[orders - 1] = took;
                }
            }
            assertThat(trader.filled()).isEqualTo(warm + IN_CORE);
        }
        return Times.of(nanos);
    }

    /** One thread sends quotes and has the answers back, another one has the trader; both look at their channel without rest. */
    Times overASocket(Duration forceEvery) throws IOException {
        try (ServerSocketChannel listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel market = polled(SocketChannel.open(listening.getLocalAddress()));
                SocketChannel desk = polled(listening.accept());
                QuoteTrader trader = new QuoteTrader(forceEvery)) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answer(desk, trader));
            Times times = ask(market);
            market.shutdownOutput();
            answering.join();
            assertThat(trader.filled()).isEqualTo(OVER_A_SOCKET / 5 + OVER_A_SOCKET);
            return times;
        }
    }

    private Times ask(SocketChannel market) throws IOException {
        long[] nanos = new long[OVER_A_SOCKET];
        ByteBuffer frame = ByteBuffer.allocateDirect(FRAME);
        int orders = -OVER_A_SOCKET / 5;
        for (long number = 1; orders < OVER_A_SOCKET; number++) {
            long bid = bids[(int) number & QuoteTrader.QUOTES - 1];
            long begun = System.nanoTime();
            frame.clear().putLong(number).putLong(number * NANOS_BETWEEN).putLong(bid).putLong(bid + 2).flip();
            write(market, frame);
            assertThat(read(market, frame)).as("answered").isTrue();
            long took = System.nanoTime() - begun;
            if (frame.getLong(2 * Long.BYTES) != 0 && ++orders > 0) {
                nanos[orders - 1] = took;
            }
        }
        return Times.of(nanos);
    }

    private static void answer(SocketChannel desk, QuoteTrader trader) {
        ByteBuffer frame = ByteBuffer.allocateDirect(FRAME);
        // Closed whatever happens, so that the other side does not wait for an answer for ever.
        try (desk) {
            while (read(desk, frame)) {
                long order = trader.quoted(frame.getLong(Long.BYTES), frame.getLong(2 * Long.BYTES), frame.getLong(3 * Long.BYTES));
                frame.putLong(2 * Long.BYTES, order);
                write(desk, frame);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SocketChannel polled(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
        return channel;
    }

    /** @return whether there was a whole frame before the end */
    private static boolean read(SocketChannel channel, ByteBuffer frame) throws IOException {
        frame.clear();
        while (frame.hasRemaining()) {
            if (channel.read(frame) < 0) {
                return false;
            }
            Thread.onSpinWait();
        }
        frame.flip();
        return true;
    }

    private static void write(SocketChannel channel, ByteBuffer frame) throws IOException {
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }
}
