package entrepot.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks now and then whether the server still has its application: where its queues cannot write any more, it may stop that
 * and stay up without. A slow server, or one that cannot be reached for a moment, is not taken for such a one.
 */
final class Watch {

    private static final int NOT_FOUND = 404;
    private static final int TIMES = 3;

    private final String host;
    private final int httpPort;
    private final Duration apart;

    Watch(String host, int httpPort, Duration apart) {
        this.host = host;
        this.httpPort = httpPort;
        this.apart = apart;
    }

    /** @return the sentence about it, once the application has been gone for some looks in turn */
    CompletableFuture<String> gone() {
        CompletableFuture<String> gone = new CompletableFuture<>();
        look(gone, 0);
        return gone;
    }

    private void look(CompletableFuture<String> gone, int missed) {
        CompletableFuture.delayedExecutor(apart.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            int now = isMissing() ? missed + 1 : 0;
            if (now == TIMES) {
                gone.complete("The server has lost its application (it answers 404; the log says why), so Entrepot stops;"
                        + " './entrepot start' starts it again.");
            } else {
                look(gone, now);
            }
        });
    }

    /** The application answers over plain HTTP too: it sends everybody to HTTPS. */
    private boolean isMissing() {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URI("http", null, host, httpPort, "/", null, null).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(5000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == NOT_FOUND;
            } finally {
                connection.disconnect();
            }
        } catch (IOException away) {
            return false;
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("the address " + host, wrong);
        }
    }
}
