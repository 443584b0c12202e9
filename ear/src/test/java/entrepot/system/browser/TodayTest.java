package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import entrepot.launcher.Login;
import entrepot.system.Api;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What needs me now, and what to do on the first day. */
@InBrowser
class TodayTest {

    @Test
    void eachJobStandsThereAsItself(Product product, Desk desk) {
        Api admin = product.as("admin");
        admin.post("api/v1/jobs", "{\"kind\":\"ledger-check\"}");
        admin.post("api/v1/jobs", "{\"kind\":\"audit-verify\"}");
        JsonNode jobs = admin.get("api/v1/jobs?limit=8").json().path("items");
        Page page = desk.logIn("admin").open("today.xhtml");
        assertThat(page.locator("section[aria-labelledby=recent] tbody td:first-child").allTextContents())
                .contains("Check the ledger's laws", "Verify the audit chain")
                .containsExactlyElementsOf(jobs.findValuesAsText("title"));
    }

    @Test
    void aQuantsFirstStepsAreTickedByWhatHeDid(Product product, Desk desk) {
        Login login = made(product, "quant");
        Page page = desk.logIn(login).open("today.xhtml");
        assertThat(page.locator("ol.steps li").allTextContents()).containsExactly(
                "○ to do Make an instrument", "○ to do Bring in a file of its prices", "○ to do Run a backtest");
        page.locator("ol.steps a").first().click();
        page.waitForURL(url -> !url.contains("today.xhtml"));
        assertThat(page.locator("#create").count()).as("the step leads to where it is done").isEqualTo(1);

        Api quant = new Api(product.url(), product.anonymous().client(), login);
        String symbol = login.name().toUpperCase(Locale.ROOT);
        quant.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "\",\"name\":\"First\",\"kind\":\"FX\",\"currency\":\"USD\"}");
        assertThat(done(desk)).isEqualTo("1 of 3 done");
        Api.Answer imported = quant.send(quant.request("api/v1/instruments/" + symbol + "/imports").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("date,close\n2022-01-03,1.5\n2022-01-04,75\n")));
        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(done(desk)).isEqualTo("2 of 3 done");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aRiskOfficersStepIsTickedByHisOwnDecisionAlone(Product product, Desk desk) {
        Api quant = product.as("quant");
        String symbol = "R-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        quant.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "\",\"name\":\"First\",\"kind\":\"FX\",\"currency\":\"USD\"}");
        quant.send(quant.request("api/v1/instruments/" + symbol + "/imports").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("date,close\n2022-01-03,1.5\n2022-01-04,750\n2022-01-05,760\n")));
        JsonNode rows = quant.get("api/v1/instruments/" + symbol + "/quarantine").json().path("items");
        String quarantine = "api/v1/instruments/" + symbol + "/quarantine/";
        quant.post(quarantine + rows.path(0).path("id").asText() + "/dismiss", "{\"note\":\"not by him\"}");
        Login login = made(product, "risk");
        Page page = desk.logIn(login).open("today.xhtml");
        assertThat(page.locator("ol.steps li").nth(1).textContent()).isEqualTo("○ to do Let in or dismiss a price that was held back");
        assertThat(page.locator("ol.steps li").first().textContent()).isEqualTo("✓ done Look at the prices that are there");
        new Api(product.url(), product.anonymous().client(), login)
                .post(quarantine + rows.path(1).path("id").asText() + "/dismiss", "{\"note\":\"by him\"}");
        page = desk.open("today.xhtml");
        assertThat(page.locator("ol.steps li", new Page.LocatorOptions().setHasText("○").setHasText("held back")).count()).isZero();
    }

    @Test
    void aTradersFirstStepsAreTickedByWhatOthersDidAndThenGo(Product product, Desk desk) {
        Research.openOn(product);
        Page page = desk.logIn(made(product, "trader", "quant")).open("today.xhtml");
        assertThat(page.locator("ol.steps li").allTextContents()).contains(
                "✓ done Look at the prices that are there", "✓ done Read a backtest that is through", "○ to do Run a backtest");
        assertThat(desk.light().logIn(made(product, "trader")).open("today.xhtml").locator("ol.steps").count()).isZero();
    }

    private static String done(Desk desk) {
        return desk.open("today.xhtml").locator("section[aria-labelledby=first] .soft").textContent();
    }

    private static Login made(Product product, String... roles) {
        Login login = new Login("d" + UUID.randomUUID().toString().substring(0, 8), "six bales of cotton");
        Api.Answer made = product.as("admin").post("api/v1/accounts", "{\"name\":\"" + login.name() + "\",\"displayName\":\"First day\",\"password\":\""
                + login.password() + "\",\"roles\":[\"" + String.join("\",\"", roles) + "\"]}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return login;
    }
}
