package entrepot.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Whether a port may be had. */
final class Ports {

    private static final int ANSWER_MILLIS = 500;
    private static final int LOWEST = 20_000;
    private static final int EPHEMERAL = 32_768;

    private Ports() {}

    static void needFree(String address, int port, String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw new CannotStart("Port " + port + " of " + address + " cannot be had (" + taken.getMessage()
                    + "): stop what uses it, or set " + setting + " to another port.", taken);
        }
    }

    /**
     * The one of before, so that others find it again, unless somebody took it meanwhile; else one that Linux gives to no connection by
     * itself, as it may be a while until somebody listens there.
     *
     * @param before 0 for none
     */
    static int asBefore(int before) {
        return IntStream.concat(IntStream.of(before).filter(port -> port != 0), ThreadLocalRandom.current().ints(LOWEST, EPHEMERAL))
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("no free port", failure);
        }
    }

    static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), ANSWER_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }
}
