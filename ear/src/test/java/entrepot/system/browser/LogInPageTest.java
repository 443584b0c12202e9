package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

@InBrowser
class LogInPageTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"
    })
    void eachRoleLogsInAndSeesToday(String role, Desk desk) {
        desk.logInByForm(role);
        assertThat(desk.page().title()).contains("Today");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void theSessionIsInASafeCookie(Desk desk) {
        desk.logInByForm("cashier");
        assertThat(desk.page().context().cookies()).singleElement().satisfies(LogInPageTest::isSafe);
    }

    @Test
    void theDoorFitsAPhone(Desk desk) {
        desk.narrow().open("login.xhtml");
        desk.assertFits();
        desk.picture("log-in");
    }

    private static void isSafe(Cookie cookie) {
        assertThat(cookie.name).startsWith("__Host-");
        assertThat(cookie.secure).isTrue();
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.sameSite).isIn(SameSiteAttribute.LAX, SameSiteAttribute.STRICT);
    }
}
