package entrepot.system.browser;

import com.microsoft.playwright.Page;

/** A scanner: a keyboard that types the code and Enter, at once. */
final class Gun {

    private Gun() {}

    static void scan(Page page, String code) {
        page.locator("input[name=scan]:focus").waitFor();
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    /** Until the page has heard the last of them. */
    static void scanAll(Page page, String... codes) {
        for (String code : codes) {
            scan(page, code);
        }
        String last = codes[codes.length - 1];
        page.waitForCondition(() -> page.locator("[data-part=heard]").textContent().startsWith(last));
    }
}
