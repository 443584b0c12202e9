package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import entrepot.system.Api;
import entrepot.system.Product;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A piece of the day of a cashier, storekeeper, accountant, auditor and administrator, with keys and links. */
@InBrowser
class RoleDaysTest {

    private static final String OTHER = "COF-003";

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void aCashierSellsAndTakesBack(Desk desk) {
        Page page = desk.logIn("cashier").open("till.xhtml");
        page.locator("[name=location]").selectOption("MAIN");
        Gun.scanAll(page, Shop.ITEM, Shop.ITEM, OTHER);
        assertThat(quantity(page, Shop.ITEM)).isEqualTo("2");
        look(page);
        assertThat(page.locator("section[aria-labelledby=preview]").textContent()).contains("Sales").doesNotContain("Cost of sales", "Inventory");
        page.locator("#book").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("The sale is posted.");
        String sale = page.url();
        page.locator("input[name='back.0']").fill("1");
        look(page);
        page.locator("#book").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("The return is posted.");
        page.locator("section[aria-labelledby=linked] a").click();
        assertThat(page.url()).isEqualTo(sale);
        assertThat(page.locator("tbody tr").first().locator("td").nth(7).textContent()).isEqualTo("1");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void moreThanIsLeftDoesNotComeBack(Product product, Desk desk) {
        String sale = sell(product, "3");
        Page page = desk.logIn("cashier").open("sale.xhtml?id=" + sale);
        page.locator("input[name='back.0']").fill("4");
        page.locator("#look").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Line 1:");
        assertThat(page.locator("input[name='back.0']").inputValue()).isEqualTo("4");
        assertThat(page.locator("input[name='back.0']").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#book").count()).isZero();
    }

    @Test
    void aCashierTakesBackWhatNobodySoldUnderANamedPolicy(Desk desk) {
        Page page = desk.logIn("cashier").open("till.xhtml?kind=RETURN");
        page.locator("[name=location]").selectOption("MAIN");
        Gun.scanAll(page, OTHER);
        page.locator("select[name=unmatched]").selectOption("ZERO");
        look(page);
        page.locator("#book").click();
        assertThat(page.locator("h1").textContent()).startsWith("Customer return");
    }

    @Test
    void aMovementIsPostedOnceHoweverOftenItIsConfirmed(Desk desk) {
        Page page = desk.logIn("storekeeper").open("movement.xhtml?kind=ISSUE&location=MAIN");
        String reference = "ISS-" + UUID.randomUUID().toString().substring(0, 8);
        Gun.scanAll(page, OTHER);
        page.locator("input[name=reference]").fill(reference);
        look(page);
        String form = page.evaluate("new URLSearchParams(new FormData(document.getElementById('work'))).toString()") + "&book=1";
        page.locator("#book").dblclick();
        page.waitForURL(url -> url.contains("posting.xhtml"));
        String posting = page.url();
        APIResponse again = page.context().request().post(posting.replaceAll("/posting.*", "/movement.xhtml"), RequestOptions.create()
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("Origin", posting.replaceAll("/posting.*", ""))
                .setData(form));
        assertThat(again.url()).as(again.text()).isEqualTo(posting);
        page.navigate(posting.replaceAll("/posting.*", "/postings.xhtml?reference=" + reference));
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    }

    @Test
    void whatWasChangedAfterItWasShownIsShownAgain(Desk desk) {
        Page page = desk.logIn("storekeeper").open("movement.xhtml?kind=ISSUE&location=MAIN");
        Gun.scanAll(page, OTHER);
        look(page);
        page.locator("tbody input.short").first().fill("2");
        page.locator("#book").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("was changed after");
        page.locator("#book").click();
        assertThat(page.url()).contains("posting.xhtml");
    }

    @Test
    void whatCannotLeaveIsSaidBesideItsLineAndNothingIsLost(Desk desk) {
        Page page = desk.logIn("storekeeper").open("movement.xhtml?kind=ISSUE&location=MAIN");
        Gun.scanAll(page, OTHER, Shop.ITEM);
        page.locator("tbody input.short").nth(1).fill("999999");
        page.locator("#look").click();
        assertThat(page.locator(".fault:not(:empty)").textContent()).contains("on hand");
        assertThat(page.locator("tbody input.short").nth(0).inputValue()).isEqualTo("1");
        assertThat(page.locator("tbody input.short").nth(1).inputValue()).isEqualTo("999999");
    }

    @Test
    void eachRoleIsOfferedItsKindsOnly(Desk desk) {
        Page page = desk.logIn("accountant").open("movement.xhtml?kind=SCRAP");
        assertThat(page.locator(".kinds a").allTextContents()).containsExactly("Opening stock", "Adjust");
        assertThat(page.locator("h1").textContent()).isEqualTo("Opening stock");
    }

    @Test
    void anAccountantDrillsFromTheTrialBalanceToAReceiptAndUndoesIt(Product product, Desk desk) {
        String reference = "REC-" + UUID.randomUUID().toString().substring(0, 8);
        Api.Answer received = product.as("storekeeper").post("api/v1/movements", ("{\"kind\":\"RECEIPT\",\"location\":\"MAIN\",\"reference\":\"%s\","
                + "\"lines\":[{\"sku\":\"%s\",\"quantity\":\"5\",\"unitCost\":\"3.10\"}]}").formatted(reference, OTHER),
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        Page page = desk.logIn("accountant").open("trialbalance.xhtml");
        page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Inventory")).first().locator("a").first().click();
        page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(reference)).locator("a").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Receipt " + reference);
        page.locator(".act a", new Page.LocatorOptions().setHasText("Reverse")).click();
        page.locator("#book").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Say why");
        page.locator("input[name=reason]").fill("counted twice");
        page.locator("#book").click();
        assertThat(page.locator("h1").textContent()).startsWith("Reversal");
        page.locator(".note a").click();
        assertThat(page.locator(".note.warn a").count()).as("the link back").isEqualTo(1);
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void anAuditorFindsAPriceSetByHand(Desk desk) {
        String reason = "matched the market " + UUID.randomUUID().toString().substring(0, 8);
        Page page = desk.logIn("admin").open("price.xhtml?sku=" + OTHER);
        page.locator("input[name=price]").fill("9.99");
        page.locator("#override").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Reason");
        assertThat(page.locator("input[name=price]").inputValue()).isEqualTo("9.99");
        page.locator("input[name=reason]").fill(reason);
        page.locator("#override").click();
        assertThat(page.locator(".note").first().textContent()).contains("9.99");
        desk.logOut().logIn("auditor").open("audit.xhtml?what=PRICES&kind=OVERRIDE&actor=admin");
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(reason));
        row.locator("a").click();
        assertThat(page.locator("section[aria-labelledby=history]").textContent()).contains(reason);
        assertThat(page.locator("#override").count()).as("an auditor only reads").isZero();
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void anAdminMakesLocksAndUnlocksAnAccount(Desk desk) {
        String name = "u" + UUID.randomUUID().toString().substring(0, 8);
        Page page = desk.logIn("admin").open("users.xhtml");
        page.locator("input[name=name]").fill(name);
        page.locator("#make input[value=cashier]").check();
        page.locator("#add").click();
        String password = page.locator(".note").first().textContent().replaceAll(".*: ", "");
        page.reload();
        assertThat(page.locator("#main").textContent()).as("the password is shown once").doesNotContain(password);
        page.locator("#close").click();
        assertThat(enter(desk, name, password)).as("locked").isFalse();
        desk.logIn("admin").open("user.xhtml?name=" + name);
        page.locator("#reopen").click();
        assertThat(enter(desk, name, password)).as("unlocked").isTrue();
        assertThat(desk.complaints()).allMatch(complaint -> complaint.contains("401"));
    }

    private static boolean enter(Desk desk, String name, String password) {
        Page page = desk.logOut().open("login.xhtml");
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("input[type=submit]").click();
        page.waitForLoadState();
        return !page.url().contains("/login");
    }

    @Test
    void twoWhoChangeASupplierAreToldKindly(Product product, Desk desk) {
        Page page = desk.logIn("buyer").open("supplier.xhtml?code=ELBE");
        Api.Answer now = product.as("admin").get("api/v1/suppliers/ELBE");
        Api.Answer changed = product.as("admin").put("api/v1/suppliers/ELBE",
                "{\"name\":\"Elbe Wire Works\",\"leadTimeDays\":9}", "If-Match", now.response().headers().firstValue("ETag").orElseThrow());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        page.locator("input[name=email]").fill("orders@elbe.example");
        page.locator("#save").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Somebody changed it while you did");
        assertThat(page.locator("input[name=email]").inputValue()).isEqualTo("orders@elbe.example");
        page.locator("#save").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("It is kept.");
    }

    private static String quantity(Page page, String sku) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(sku)).locator("input.short").first().inputValue();
    }

    private static void look(Page page) {
        page.locator("#look").click();
        page.locator("#book, .note.bad, .fault:not(:empty)").first().waitFor();
        assertThat(page.locator("#book").count()).as(page.locator("#main").textContent()).isEqualTo(1);
    }

    private static String sell(Product product, String quantity) {
        String id = UUID.randomUUID().toString();
        Api.Answer sold = product.as("cashier").post("api/v1/sales", ("{\"location\":\"MAIN\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%s\","
                + "\"unitPrice\":\"12.50\"}]}").formatted(Shop.ITEM, quantity), "Idempotency-Key", id);
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
        return id;
    }
}
