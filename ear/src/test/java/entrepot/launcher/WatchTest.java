package entrepot.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that lost its application is told from one that is busy, or sends everybody elsewhere. */
class WatchTest {

    private static final int FOUND = 302;
    private static final int BUSY = 503;
    private static final int NOT_FOUND = 404;

    private final AtomicInteger status = new AtomicInteger(FOUND);
    private final AtomicInteger looks = new AtomicInteger();
    private HttpServer server;
    private CompletableFuture<String> gone;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            looks.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        gone = new Watch("127.0.0.1", server.getAddress().getPort(), Duration.ofMillis(20)).gone();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void whatAnswersNotFoundAgainAndAgainHasLostIt() throws Exception {
        awaitLooks(3);
        status.set(BUSY);
        awaitLooks(5);
        assertThat(gone).isNotDone();
        status.set(NOT_FOUND);
        assertThat(gone.get(10, TimeUnit.SECONDS)).contains("lost its application", "./entrepot start");
    }

    @Test
    void whatCannotBeReachedHasNot() throws InterruptedException {
        awaitLooks(1);
        server.stop(0);
        assertThat(gone).isNotDone();
        Thread.sleep(200);
        assertThat(gone).isNotDone();
    }

    private void awaitLooks(int more) throws InterruptedException {
        int until = looks.get() + more;
        for (int times = 0; looks.get() < until && times < 1000; times++) {
            Thread.sleep(10);
        }
        assertThat(looks.get()).isGreaterThanOrEqualTo(until);
    }
}
