package entrepot.web.api;

import entrepot.trading.pricing.server.PriceBook;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Gives the lines of a sale that name no price the price of the book. The book is without tax, so a sale whose prices
 * include it must name them itself.
 */
@ApplicationScoped
public class TillPrices {

    @EJB
    private PriceBook book;

    SaleBody fill(SaleBody sale) {
        if (sale.lines() == null || Boolean.TRUE.equals(sale.taxIncluded())) {
            return sale;
        }
        List<String> asked = sale.lines().stream().filter(TillPrices::isUnpriced).map(SaleBody.Line::sku).toList();
        if (asked.isEmpty()) {
            return sale;
        }
        Map<String, BigDecimal> prices = book.current(asked);
        return sale.with(sale.lines().stream().map(line -> isUnpriced(line) ? priced(line, prices.get(line.sku())) : line).toList());
    }

    /** By SKU what items are sold for now. */
    Map<String, BigDecimal> of(List<String> skus) {
        return book.current(skus);
    }

    private static boolean isUnpriced(SaleBody.Line line) {
        return line != null && line.unitPrice() == null && line.sku() != null && line.sku().length() <= 32;
    }

    private static SaleBody.Line priced(SaleBody.Line line, BigDecimal price) {
        return new SaleBody.Line(line.sku(), line.quantity(), price == null ? null : price.toPlainString(),
                line.discount(), line.taxCode(), line.returnOf(), line.reservation(), line.lots(), line.parts(), line.pieces());
    }
}
