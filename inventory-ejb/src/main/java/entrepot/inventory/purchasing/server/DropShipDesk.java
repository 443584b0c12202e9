package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.inventory.purchasing.OrderLine;
import entrepot.inventory.sale.Sale;
import entrepot.inventory.sale.server.SaleDesk;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Books what a supplier shipped to a customer: the goods come with a receipt of the order and leave with a sale, both or
 * neither, at a place where nothing stays. So they are received and not invoiced, and what they cost in the end is cost of
 * sales, as of any goods that were sold.
 */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DropShipDesk {

    private static final String CHANNEL = "DROPSHIP";
    private static final int TRIES = 5;

    @EJB
    private ReceivingDesk receiving;

    @EJB
    private SaleDesk sales;

    @EJB
    private PostingDesk desk;

    @Inject
    private OrderTable orders;

    @Inject
    private OrderCodes codes;

    @Inject
    private CompanyFile companies;

    /** Of the sale that goes with a receipt. */
    public static UUID saleOf(UUID receipt) {
        return UUID.nameUUIDFromBytes((receipt + " sold").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param content what the client sent: a second try with the same id must say the same
     * @return of the receipt, and of the sale
     */
    public List<PostingOutcome> deliver(NewReceipt shipped, String content) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(shipped, content);
            } catch (StaleCompanion stale) {
                if (attempt == TRIES) {
                    throw stale;
                }
            }
        }
    }

    private List<PostingOutcome> attempt(NewReceipt shipped, String content) {
        Prepared came = receiving.prepared(shipped, content, true);
        if (!came.accepted()) {
            return List.of(new PostingOutcome.Refused(came.refusals()));
        }
        OrderTable.Stored order = orders.find(shipped.order()).orElseThrow();
        return desk.postTogether(List.of(came, sales.prepared(new SaleDesk.Request(sale(shipped, order), content))));
    }

    private Sale sale(NewReceipt shipped, OrderTable.Stored order) {
        Map<Long, String> skus = codes.skus(order.items());
        return new Sale(saleOf(shipped.id()), Sale.Kind.SALE, CHANNEL, order.customer(), order.locationCode(), shipped.businessDate(), shipped.at(),
                order.number(), null, "purchase-order:" + order.id(), false, null,
                shipped.lines().stream().map(line -> line(line, order, skus)).toList(), List.of());
    }

    private Sale.Line line(NewReceipt.Line shipped, OrderTable.Stored order, Map<Long, String> skus) {
        OrderLine line = order.state().lines().get(shipped.line());
        return new Sale.Line(skus.get(line.item().value()), shipped.quantity(), line.salePrice(),
                Money.zero(companies.company().currency()), null, null, 0);
    }
}
