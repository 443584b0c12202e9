package entrepot.trading.pricing.server;

import entrepot.platform.start.Facts;
import entrepot.platform.start.FirstDay;
import entrepot.platform.start.FirstStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The first day of a pricing manager. */
@ApplicationScoped
public class FirstPriceDay implements FirstDay {

    @Inject
    private Facts facts;

    @Override
    public List<FirstStep> steps(String actor) {
        return List.of(
                new FirstStep("pricing", "base", "pricebook.xhtml?show=UNPRICED", () -> facts.any("FROM price_book")),
                new FirstStep("pricing", "approve", "prices.xhtml",
                        () -> facts.any("FROM price_batch WHERE kind = 'APPROVAL' AND actor = ?", actor)),
                new FirstStep("pricing", "rollback", "batches.xhtml",
                        () -> facts.any("FROM price_batch WHERE kind = 'ROLLBACK' AND actor = ?", actor)));
    }
}
