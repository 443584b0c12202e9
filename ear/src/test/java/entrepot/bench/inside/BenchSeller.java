package entrepot.bench.inside;

import entrepot.bench.Mix;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.UnmatchedCost;
import entrepot.inventory.sale.Sale;
import entrepot.inventory.sale.server.SaleDesk;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Sells at the bean boundary, without HTTP. */
@Stateless
@PermitAll
@RunAs("system")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BenchSeller {

    private static final Currency GBP = Currency.getInstance("GBP");

    @EJB(lookup = "java:app/inventory-ejb/SaleDesk")
    private SaleDesk desk;

    /** One call with {@code group} sales. @return how many were refused */
    public int sell(Mix mix, Random random, int group, String reference) {
        List<SaleDesk.Request> requests = new ArrayList<>(group);
        for (int i = 0; i < group; i++) {
            Sale sale = sale(mix, random, reference);
            requests.add(new SaleDesk.Request(sale, sale.id().toString()));
        }
        List<PostingOutcome> outcomes = group == 1 ? List.of(desk.post(requests.get(0))) : desk.post(requests);
        return (int) outcomes.stream().filter(outcome -> !(outcome instanceof PostingOutcome.Accepted)).count();
    }

    private static Sale sale(Mix mix, Random random, String reference) {
        List<Sale.Line> lines = new ArrayList<>(Mix.LINES);
        for (int i = 0; i < Mix.LINES; i++) {
            lines.add(new Sale.Line(mix.sku(random), Quantity.units(1), new BigDecimal("2.50"), Money.zero(GBP), null, null, 0));
        }
        return new Sale(new UUID(random.nextLong(), random.nextLong()), Sale.Kind.SALE, "BENCH", null, Mix.LOCATION,
                LocalDate.now(), Instant.now(), reference, null, null, false, UnmatchedCost.CURRENT, lines, List.of());
    }
}
