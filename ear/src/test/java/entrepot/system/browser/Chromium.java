package entrepot.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** This machine's Chromium, one process for all browser tests. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--force-color-profile=srgb");

    private static final long PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Ends every browser of this process unless it is closed in time. */
    static final class Patience {

        private final Thread watch = new Thread(Patience::watch, "patience with the browser");

        Patience() {
            watch.setDaemon(true);
            watch.start();
        }

        private static void watch() {
            try {
                Thread.sleep(PATIENCE_MILLIS);
                ProcessHandle.current().descendants()
                        .filter(process -> process.info().command().orElse("").contains("chrom"))
                        .forEach(ProcessHandle::destroyForcibly);
            } catch (InterruptedException inTime) {
                Thread.currentThread().interrupt();
            }
        }

        void end() {
            watch.interrupt();
        }
    }

    static Chromium start() {
        Path program = program().orElseThrow(
                () -> new IllegalStateException("no Chromium: 'apt-get install chromium-headless-shell', or set CHROMIUM to the program"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setHeadless(true).setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
                        "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    boolean isThere() {
        return browser.isConnected();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
