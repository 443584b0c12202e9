package entrepot.system.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another one. Shut, it cuts whoever is connected and refuses whoever comes, as a server that is gone does. */
final class Gate implements AutoCloseable {

    private final int to;
    private final int port;
    private final Set<Socket> through = ConcurrentHashMap.newKeySet();
    private ServerSocket open;

    Gate(int to) {
        this.to = to;
        open = listen(0);
        port = open.getLocalPort();
    }

    int port() {
        return port;
    }

    void open() {
        open = listen(port);
    }

    void shut() {
        try {
            open.close();
            for (Socket socket : through) {
                socket.close();
            }
            through.clear();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        shut();
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket listening = new ServerSocket(at, 200, InetAddress.getLoopbackAddress());
            thread(() -> accept(listening));
            return listening;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                Socket target = new Socket(InetAddress.getLoopbackAddress(), to);
                from.setTcpNoDelay(true);
                target.setTcpNoDelay(true);
                through.add(from);
                through.add(target);
                thread(() -> carry(from, target));
                thread(() -> carry(target, from));
            } catch (IOException shut) {
                return;
            }
        }
    }

    /** Until one of the two hangs up; then the other is cut, too. */
    private void carry(Socket from, Socket target) {
        try (from; target; InputStream in = from.getInputStream(); OutputStream out = target.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            through.remove(target);
        }
        through.remove(from);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "gate");
        thread.setDaemon(true);
        thread.start();
    }
}
