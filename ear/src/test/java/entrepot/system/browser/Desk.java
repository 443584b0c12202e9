package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import entrepot.launcher.Login;
import entrepot.system.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody before a screen: a fresh profile of the browser, and what the pages complained about meanwhile. By default a
 * wide light screen; {@link #dark()} and {@link #narrow()} sit down anew, logged out.
 */
public final class Desk implements AutoCloseable {

    private static final int WIDE = 1440;
    private static final int NARROW = 360;
    private static final int VAST = 2560;
    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 15_000;

    private final Browser browser;
    private final Product product;
    private final List<String> complaints = new ArrayList<>();

    private ColorScheme scheme = ColorScheme.LIGHT;
    private int width = WIDE;
    private BrowserContext context;
    private Page page;

    Desk(Browser browser, Product product) {
        this.browser = browser;
        this.product = product;
        sitDown();
    }

    public Desk dark() {
        scheme = ColorScheme.DARK;
        return sitDown();
    }

    public Desk light() {
        scheme = ColorScheme.LIGHT;
        return sitDown();
    }

    public Desk narrow() {
        width = NARROW;
        return sitDown();
    }

    public Desk wide() {
        width = WIDE;
        return sitDown();
    }

    public Desk vast() {
        width = VAST;
        return sitDown();
    }

    /** What is open, and all that is opened from now on, in the dark on a phone: nothing is loaded again. */
    Desk phoneByNight() {
        return turn(ColorScheme.DARK, NARROW);
    }

    Desk screenByDay() {
        return turn(ColorScheme.LIGHT, WIDE);
    }

    Desk wallByDay() {
        return turn(ColorScheme.LIGHT, VAST);
    }

    /** Comes back when the page was painted so, and its scripts were told. */
    private Desk turn(ColorScheme newScheme, int newWidth) {
        scheme = newScheme;
        width = newWidth;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, HEIGHT);
        page.evaluate("() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))");
        return this;
    }

    /** As the account of a role; no page is open yet. */
    public Desk logIn(String role) {
        return logIn(product.account(role));
    }

    /** What the form sends, without its page and the one after it. */
    public Desk logIn(Login login) {
        APIResponse answer = context.request().post(address("login"), RequestOptions.create().setMaxRedirects(0)
                .setForm(FormData.create().set("name", login.name()).set("password", login.password())));
        assertThat(answer.status()).as("%s is let in", login.name()).isEqualTo(303);
        return this;
    }

    /** As somebody does it who has only the screen and a keyboard. */
    public Desk logInByForm(String role) {
        return logInByForm(product.account(role));
    }

    private Desk logInByForm(Login login) {
        open("login.xhtml");
        page.locator("#name").fill(login.name());
        page.locator("#password").fill(login.password());
        page.locator("input[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    public Desk logOut() {
        page.locator("form[action=logout] input[type=submit]").click();
        page.waitForURL(url -> url.contains("/login"));
        return this;
    }

    /** Goes to a page below the root, e.g. {@code items.xhtml?q=coffee}. */
    public Page open(String path) {
        go(path);
        return page;
    }

    /** As {@link #open}, for what the server answered. */
    Response go(String path) {
        return page.navigate(address(path));
    }

    /** A file below the root, without a page. */
    APIResponse fetch(String path) {
        return context.request().get(address(path));
    }

    private String address(String path) {
        return product.url().resolve("/").resolve(path).toString();
    }

    public Page page() {
        return page;
    }

    /**
     * Lays a picture of what the screen shows into the folder that the system property {@code pictures} names, as
     * {@code NAME-light.png} or {@code NAME-dark.png}; without the property it takes none.
     */
    public void picture(String name) {
        String folder = System.getProperty("pictures", "");
        if (!folder.isBlank()) {
            String file = name + (width == NARROW ? "-narrow" : "") + (scheme == ColorScheme.DARK ? "-dark" : "-light") + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, file)));
        }
    }

    /** Lays a picture of the whole page, however long, into {@code folder} as {@code NAME-WIDTH-THEME.png}. */
    void wholePicture(Path folder, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setTimeout(4 * PATIENCE_MILLIS)
                .setPath(folder.resolve("%s-%s.png".formatted(name, look().replace(' ', '-')))));
    }

    /** How wide and in which theme, e.g. {@code 360 light}. */
    String look() {
        return width + (scheme == ColorScheme.DARK ? " dark" : " light");
    }

    /** Errors on the console (a broken content security policy is one) and scripts that failed. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Nothing sticks out to the side, so nobody scrolls sideways on a phone. */
    public void assertFits() {
        assertThat(pixelsTooWide()).as("pixels too wide at %d: %s", width, page.url()).isLessThanOrEqualTo(0);
    }

    int pixelsTooWide() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
    }

    private Desk sitDown() {
        close();
        context = browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setViewportSize(width, HEIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return this;
    }

    /** A browser that does not close is ended, and whoever comes next gets another. */
    @Override
    public void close() {
        if (context != null) {
            Chromium.Patience patience = new Chromium.Patience();
            try {
                context.close();
            } catch (PlaywrightException ended) {
                System.err.println("the browser had to be ended: " + ended.getMessage());
            } finally {
                patience.end();
            }
        }
    }
}
