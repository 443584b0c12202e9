package entrepot.launcher;

import entrepot.client.Rest;
import entrepot.client.demo.DemoLoad;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        description = "Starts database and server and stays with them; Ctrl-C stops both. Data stay between runs.")
final class Start implements Callable<Integer> {

    private static final Duration CTRL_C_ARRIVES_WITHIN = Duration.ofMillis(500);

    @Option(names = "--reset", description = "Starts afresh: everything in the data folder is deleted.")
    private boolean reset;

    @Option(names = "--join", paramLabel = "FOLDER", description = "One more server on the book of this data folder, which runs;"
            + " its own data folder and ports are to be others. The folder remembers it.")
    private Path join;

    @Option(names = "--no-demo", description = "A first start leaves the book empty; so does ENTREPOT_DEMO=no.")
    private boolean noDemo;

    @Option(names = "--while", hidden = true, paramLabel = "PID", description = "Stops when this process ends.")
    private long companion;

    /** Held by being referred to; a collected channel would let it go. */
    private FileLock lock;

    private volatile boolean started;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() {
        long begun = System.nanoTime();
        Settings settings = Entrepot.settings();
        DataFolder data = DataFolder.at(settings.data()).prepare();
        lock = data.lock();
        data.checkRoom();
        new Leftovers(data).stop();
        if (reset) {
            data.empty();
            data.prepare();
        }
        Ports.needFree(settings.bind(), settings.httpsPort(), "ENTREPOT_HTTPS_PORT");
        Ports.needFree(settings.bind(), settings.httpPort(), "ENTREPOT_HTTP_PORT");
        Optional<Joining> joining = Joining.of(settings, data, join);
        RunFile.write(data, settings);
        System.out.println("Starting Entrepot on " + settings.data() + " …");
        return stayWith(settings, data, joining, begun);
    }

    private int stayWith(Settings settings, DataFolder data, Optional<Joining> joining, long begun) {
        CompletableFuture<String> asked = askedToStop();
        try {
            Instance instance = Instance.start(joining.map(it -> it.on(settings, data)).orElse(settings), data, adminPassword());
            started = true;
            Thread.interrupted();
            try {
                if (!instance.newAccounts().isEmpty() && withDemo()) {
                    System.out.println("The portal is at " + settings.url() + " already; the accounts come when the demo company is loaded, in a minute or so.");
                    loadDemo(data);
                }
                tell(settings, data, instance.newAccounts(), Duration.ofNanos(System.nanoTime() - begun));
                return awaitEnd(asked, instance);
            } finally {
                instance.stop();
                System.out.println("Stopped.");
            }
        } finally {
            RunFile.delete(data);
            stopped.countDown();
        }
    }

    private boolean withDemo() {
        return !noDemo && !"no".equals(System.getenv("ENTREPOT_DEMO"));
    }

    /** The product is up whether or not its demo company is whole; the same command by hand goes on with it. */
    private static void loadDemo(DataFolder data) {
        try {
            new DemoLoad(Rest.on(data.top()), System.out).load(LocalDate.now());
        } catch (CannotStart | Rest.Refused | UncheckedIOException failure) {
            System.err.println(failure.getMessage());
            System.err.println("The demo company is not loaded; './entrepot demo load' tries again.");
        }
    }

    private static Optional<String> adminPassword() {
        return Optional.ofNullable(System.getenv("ENTREPOT_ADMIN_PASSWORD")).filter(given -> !given.isBlank());
    }

    private static int awaitEnd(CompletableFuture<String> asked, Instance instance) {
        CompletableFuture<String> ended = instance.ended();
        CompletableFuture.anyOf(asked, ended).join();
        if (!asked.isDone()) {
            // Ctrl-C reaches the server too, which may be the faster one.
            Pause.millis(CTRL_C_ARRIVES_WITHIN.toMillis());
        }
        System.out.println(asked.isDone() ? asked.join() : ended.join());
        return asked.isDone() ? 0 : 1;
    }

    /** By a signal, or because the process this one was started for is gone. */
    private CompletableFuture<String> askedToStop() {
        Thread starting = Thread.currentThread();
        CompletableFuture<String> asked = new CompletableFuture<>();
        asked.thenRun(() -> {
            if (!started) {
                starting.interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (stopped.getCount() == 0) {
                return;
            }
            asked.complete("Stopping …");
            awaitStopped();
            Runtime.getRuntime().halt(0);
        }));
        if (companion != 0) {
            ProcessHandle.of(companion)
                    .map(ProcessHandle::onExit)
                    .orElse(CompletableFuture.completedFuture(null))
                    .thenRun(() -> asked.complete("Stopping …"));
        }
        return asked;
    }

    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Settings settings, DataFolder data, Map<String, String> accounts, Duration took) {
        if (!accounts.isEmpty()) {
            System.out.println("Accounts made now, one a role (also in " + data.secret(Accounts.FILE)
                    + "; delete that file when they are handed out):");
            accounts.forEach((name, password) -> System.out.printf("    %-12s %s%n", name, password));
        }
        System.out.printf("Entrepot runs at %s  (%d s; the log is in %s; Ctrl-C stops it)%n",
                settings.url(), took.toSeconds(), data.log());
    }
}
