package entrepot.system.security;

import entrepot.system.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLSocket;

/** Tries passwords from an address of its own (127.0.0.0/8 is all this machine), so that it locks out nobody else. */
final class Guesser {

    private final Product product;
    private final String address;

    Guesser(Product product, String address) {
        this.product = product;
        this.address = address;
    }

    /** What came back: 200, 401, 429. */
    int guess(String name, String password) {
        return Integer.parseInt(answer(name, password).split(" ", 3)[1]);
    }

    /** The answer whole, without the date. */
    String answer(String name, String password) {
        String pair = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send("GET /api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic " + pair + "\r\nConnection: close\r\n\r\n")
                .replaceFirst("(?i)\r\nDate: [^\r]*", "");
    }

    String send(String request) {
        int port = product.url().getPort();
        try (SSLSocket socket = (SSLSocket) product.anonymous().client().sslContext().getSocketFactory()
                .createSocket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
