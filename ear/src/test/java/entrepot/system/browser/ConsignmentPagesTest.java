package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import entrepot.inventory.gs1.CheckDigit;
import entrepot.system.Api;
import entrepot.system.Product;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods that pass between others and us: a supplier's on our shelf, and those that he ships to our customer. */
@InBrowser
class ConsignmentPagesTest {

    private final Api admin;
    private final String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    ConsignmentPagesTest(Product product) {
        admin = product.as("admin");
    }

    @BeforeEach
    void somebodyToDealWith() {
        made("locations", "{\"code\":\"L-" + name + "\",\"name\":\"Shelf " + name + "\"}");
        made("suppliers", "{\"code\":\"S-" + name + "\",\"name\":\"Supplier " + name + "\",\"leadTimeDays\":5}");
        made("customers", "{\"code\":\"C-" + name + "\",\"name\":\"Customer " + name + "\"}");
        made("items", "{\"sku\":\"T-" + name + "\",\"name\":\"Tea\",\"unit\":\"EA\",\"costing\":\"FIFO\"}");
        made("items", "{\"sku\":\"P-" + name + "\",\"name\":\"Pump\",\"unit\":\"EA\",\"costing\":\"SPECIFIC\",\"tracking\":\"SERIAL\"}");
    }

    @Test
    void goodsOfASupplierComeGoBackAndAreMadeOurs(Desk desk) {
        Page page = desk.logIn("storekeeper").open("consign.xhtml?supplier=S-" + name);
        note(page, "5", "2.00");
        assertThat(page.locator(".note").textContent()).isEqualTo("What came is noted.");
        assertThat(page.locator("section[aria-labelledby=theirs] tbody tr").allTextContents()).singleElement().asString().contains("T-" + name, "5");
        desk.open("consign.xhtml?kind=RETURNED&supplier=S-" + name);
        note(page, "9", null);
        assertThat(page.locator("[role=alert]").textContent()).contains("there is less of T-" + name);
        page.locator("input[name^='quantity']").fill("1");
        page.locator("#book").click();
        page.waitForURL("**/consignments.xhtml?*");
        desk.open("consign.xhtml?kind=TAKEN&supplier=S-" + name);
        note(page, "2", null);
        assertThat(page.locator("#main").textContent()).contains("T-" + name, "4.00");
        look(desk.light());
        look(desk.dark());
        look(desk.narrow());
        look(desk.light());
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aNoteIsUndoneWhereItIsShown(Desk desk) {
        Page page = desk.logIn("storekeeper").open("consign.xhtml?supplier=S-" + name);
        note(page, "5", "2.00");
        desk.open("consign.xhtml?kind=RETURNED&supplier=S-" + name);
        note(page, "1", null);
        Locator noted = page.locator("section[aria-labelledby=noted] tbody tr");
        noted.filter(new Locator.FilterOptions().setHasText("came in")).locator("input[value=Undo]").click();
        assertThat(page.locator(".note").textContent()).contains("of 5 units of T-" + name, "4 lie at L-" + name);
        noted.filter(new Locator.FilterOptions().setHasText("went back")).locator("input[value=Undo]").click();
        assertThat(page.locator(".note").textContent()).isEqualTo("The note is undone.");
        desk.picture("consignments-undone");
        noted.filter(new Locator.FilterOptions().setHasText("came in")).locator("input[value=Undo]").click();
        assertThat(noted.allTextContents()).hasSize(2).allMatch(row -> row.contains("undone"));
        assertThat(page.locator("input[value=Undo]").count() + page.locator("section[aria-labelledby=theirs] tbody tr").count()).isZero();
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }

    private void look(Desk desk) {
        desk.logIn("admin").open("consignments.xhtml?supplier=S-" + name);
        desk.picture("consignments");
        assertThat(desk.page().locator("section[aria-labelledby=settled] tfoot").textContent()).contains("4.00");
        desk.assertFits();
        desk.open("consign.xhtml?supplier=S-" + name);
        desk.picture("consign");
        desk.assertFits();
    }

    private void note(Page page, String quantity, String cost) {
        page.locator("[name=location]").selectOption(new SelectOption().setValue("L-" + name));
        Gun.scanAll(page, "T-" + name);
        page.locator("input[name^='quantity']").fill(quantity);
        if (cost != null) {
            page.locator("input[name^='amount']").fill(cost);
        }
        page.locator("#book").click();
        page.waitForLoadState();
    }

    @Test
    void aScannedLotComesForASupplierAndIsFoundByItsExpiry(Desk desk) {
        String before = "20" + String.format("%010d", ThreadLocalRandom.current().nextLong(10_000_000_000L));
        String gtin = before + CheckDigit.of(before);
        LocalDate last = LocalDate.now().plusDays(4);
        made("items", "{\"sku\":\"M-" + name + "\",\"name\":\"Milk\",\"unit\":\"EA\",\"costing\":\"FIFO\",\"tracking\":\"LOT\",\"perishable\":true,"
                + "\"barcodes\":[{\"gtin\":\"" + gtin + "\"}]}");
        Page page = desk.logIn("storekeeper").open("consign.xhtml?supplier=S-" + name);
        Gun.scan(page, "(01)0" + gtin + "(17)" + last.format(DateTimeFormatter.ofPattern("yyMMdd")) + "(10)L/7(30)12");
        page.waitForCondition(() -> page.locator("[data-part=heard]").textContent().startsWith("M-" + name));
        assertThat(page.locator("input[name='lot.1']").inputValue()).isEqualTo("L/7");
        assertThat(page.locator("input[name='expires.1']").inputValue()).isEqualTo(last.toString());
        page.locator("[name=location]").selectOption(new SelectOption().setValue("L-" + name));
        page.locator("input[name='amount.1']").fill("0.50");
        page.locator("input[name='expires.1']").fill("");
        page.locator("#book").click();
        page.waitForCondition(() -> page.locator("#fault-lot-1").textContent().contains("say the last day of lot L/7"));
        page.locator("input[name='expires.1']").fill(last.toString());
        page.locator("#book").click();
        page.waitForURL("**/consignments.xhtml?*");
        assertThat(page.locator("section[aria-labelledby=theirs] tbody tr").textContent()).contains("M-" + name, "L/7", "12");
        desk.picture("consignments-lot");
        desk.open("consign.xhtml?kind=TAKEN&supplier=S-" + name);
        Gun.scan(page, "(01)0" + gtin + "(10)L/7(30)2");
        page.waitForCondition(() -> page.locator("[data-part=heard]").textContent().startsWith("M-" + name));
        assertThat(page.locator("input[name='expires.1']").count()).as("it is known").isZero();
        page.locator("[name=location]").selectOption(new SelectOption().setValue("L-" + name));
        page.locator("#book").click();
        page.waitForURL("**/posting.xhtml?*");
        desk.open("lots.xhtml?within=7&item=M-" + name);
        assertThat(page.locator("tbody tr").allTextContents()).hasSize(2).anyMatch(row -> row.contains("of S-" + name) && row.contains("10"));
        desk.assertFits();
        page.locator("tbody a").first().click();
        assertThat(page.locator("section[aria-labelledby=consigned] tbody tr").allTextContents()).hasSize(2)
                .anyMatch(row -> row.contains("came in") && row.contains("12")).anyMatch(row -> row.contains("became ours") && row.contains("2"));
        desk.picture("lot-consigned");
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aSupplierShipsPiecesToACustomer(Desk desk) {
        Page page = desk.logIn("admin").open("dropship.xhtml");
        Gun.scanAll(page, "P-" + name);
        page.locator("[name=supplier]").selectOption(new SelectOption().setValue("S-" + name));
        page.locator("[name=customer]").fill("C-" + name);
        page.locator("input[name^='quantity']").fill("2");
        page.locator("input[name^='amount']").fill("2.00");
        page.locator("#make").click();
        assertThat(page.locator("[role=alert]").textContent()).as("what the customer pays").isNotBlank();
        page.locator("input[name^='second']").fill("5.00");
        desk.picture("dropship");
        page.locator("#make").click();
        page.waitForURL("**/order.xhtml?*");
        page.locator("input[value='Send order']").click();
        page.locator("[name='came.0']").fill("2");
        page.locator("input[value='Show posting']").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("name each piece");
        page.locator("[name='lots.0']").fill("N1-" + name + "\nN2-" + name);
        page.locator("input[value='Show posting']").click();
        assertThat(page.locator("section[aria-labelledby=preview]").textContent()).contains("Goods received not invoiced 2.00", "Sales 10.00");
        desk.picture("dropship-preview");
        page.locator("#came input.primary").click();
        assertThat(page.locator(".figures").textContent()).contains("received");
        assertThat(desk.complaints()).isEmpty();
    }

    private void made(String noun, String body) {
        Api.Answer answer = admin.post("api/v1/" + noun, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
