package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.server.PostingDesk;
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
        return ReceivingDesk.again(() -> {
            List<Prepared> prepared = prepared(shipped, content);
            return desk.postTogether(prepared).stream().map(outcome -> outcome instanceof PostingOutcome.Refused refused && accepted(prepared)
                    ? new PostingOutcome.Refused(shipped.ofLines(refused.refusals())) : outcome).toList();
        });
    }

    /** What the books would say of the receipt, and of the sale; nothing is written. */
    public List<Books.Attempt> preview(NewReceipt shipped) {
        return ReceivingDesk.again(() -> {
            List<Prepared> prepared = prepared(shipped, "");
            return !accepted(prepared) ? prepared.stream().map(one -> new Books.Attempt(null, one.refusals())).toList()
                    : desk.preview(prepared.stream().map(Prepared::command).toList()).stream()
                            .map(one -> new Books.Attempt(one.posted(), shipped.ofLines(one.refusals()))).toList();
        });
    }

    private static boolean accepted(List<Prepared> prepared) {
        return prepared.stream().allMatch(Prepared::accepted);
    }

    /** The receipt and, where nothing stands against that, the sale. */
    private List<Prepared> prepared(NewReceipt shipped, String content) {
        Prepared came = receiving.prepared(shipped, content, true);
        if (!came.accepted()) {
            return List.of(came);
        }
        OrderTable.Stored order = orders.find(shipped.order()).orElseThrow();
        Prepared sold = sales.prepared(new SaleDesk.Request(sale(shipped, order), content));
        return List.of(came, sold.accepted() ? sold : Prepared.refused(shipped.ofLines(sold.refusals())));
    }

    private Sale sale(NewReceipt shipped, OrderTable.Stored order) {
        Map<Long, String> skus = codes.skus(order.items());
        return new Sale(saleOf(shipped.id()), Sale.Kind.SALE, CHANNEL, order.customer(), order.locationCode(), shipped.businessDate(), shipped.at(),
                order.number(), null, "purchase-order:" + order.id(), false, null,
                shipped.parts().stream().map(part -> line(part, order, skus)).toList(), List.of());
    }

    private Sale.Line line(NewReceipt.Part shipped, OrderTable.Stored order, Map<Long, String> skus) {
        OrderLine line = order.state().lines().get(shipped.line());
        return new Sale.Line(skus.get(line.item().value()), shipped.quantity(), line.salePrice(),
                Money.zero(companies.company().currency()), null, null, 0, null, shipped.lots(), List.of(), shipped.pieces());
    }
}
