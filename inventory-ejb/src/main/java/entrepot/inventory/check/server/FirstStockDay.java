package entrepot.inventory.check.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.platform.account.Role;
import entrepot.platform.start.Facts;
import entrepot.platform.start.FirstDay;
import entrepot.platform.start.FirstStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The first day of those who sell, keep, buy, account, audit and run the place. */
@ApplicationScoped
public class FirstStockDay implements FirstDay {

    private static final String JOB = "FROM job WHERE kind = ? AND status = 'DONE'";

    @Inject
    private Facts facts;

    @Override
    public List<FirstStep> steps(String actor) {
        return List.of(
                step("admin", "items", "imports.xhtml", () -> facts.any("FROM item")),
                step("admin", "accounts", "users.xhtml", () -> facts.any("FROM user_account WHERE name NOT IN (" + roles() + ")")),
                step("admin", "chain", "audit.xhtml", () -> facts.any(JOB, "audit-verify")),
                step("cashier", "sell", "till.xhtml", posted(PostingKind.SALE, actor)),
                step("cashier", "takeback", "sales.xhtml", posted(PostingKind.CUSTOMER_RETURN, actor)),
                step("storekeeper", "receive", "movement.xhtml?kind=RECEIPT", posted(PostingKind.RECEIPT, actor)),
                step("storekeeper", "transfer", "movement.xhtml?kind=TRANSFER", posted(PostingKind.TRANSFER, actor)),
                step("storekeeper", "adjust", "movement.xhtml?kind=ADJUSTMENT", posted(PostingKind.ADJUSTMENT, actor)),
                step("buyer", "suppliers", "suppliers.xhtml", () -> facts.any("FROM supplier")),
                step("buyer", "order", "replenishment.xhtml", () -> facts.any("FROM purchase_order WHERE made_by = ?", actor)),
                step("buyer", "orderreceived", "orders.xhtml", () -> facts.any("FROM purchase_order_receipt")),
                step("accountant", "opening", "movement.xhtml?kind=OPENING", () -> facts.any("FROM (SELECT kind FROM posting ORDER BY seq LIMIT 20000) earliest WHERE kind = 'OPENING'")),
                step("accountant", "check", "jobs.xhtml", () -> facts.any(JOB, "ledger-check")),
                step("accountant", "reverse", "postings.xhtml", posted(PostingKind.REVERSAL, actor)),
                step("auditor", "chain", "audit.xhtml", () -> facts.any(JOB, "audit-verify")));
    }

    private static FirstStep step(String role, String name, String page, BooleanSupplier done) {
        return new FirstStep(role, name, page, done);
    }

    private BooleanSupplier posted(PostingKind kind, String actor) {
        return () -> facts.posted(kind.name(), actor);
    }

    /** The accounts of the first start are named like the roles. */
    private static String roles() {
        return "'" + String.join("','", Role.CODES) + "'";
    }
}
