package entrepot.trading.pricing.server;

import entrepot.trading.pricing.Objection;
import entrepot.trading.pricing.PriceCheck;
import entrepot.trading.pricing.RuleBook;
import entrepot.trading.pricing.Situation;
import entrepot.trading.pricing.server.PriceRefused.Fault;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Prices that a person sets: the base price, and one that overrides the rules. Within the guard rails a pricing manager
 * may; outside of them it takes an admin. Both say why.
 */
@Stateless
@RolesAllowed({"pricing", "admin"})
public class PriceByHand {

    private static final Logger LOG = System.getLogger(PriceByHand.class.getName());
    private static final Set<String> FLOOR_ONLY = Set.of("below-floor");

    @Inject
    private Once once;

    @Inject
    private PriceTable prices;

    @Inject
    private ProposalTable proposals;

    @EJB
    private PriceRules rules;

    @Inject
    private PriceFacts facts;

    @Resource
    private SessionContext context;

    /** @param content what the client sent: a second try with the same id must say the same */
    public record NewPrice(UUID id, String sku, BigDecimal price, String reason, String content) {}

    /** Sets the list price. A price that stood at the old one follows; another goes on by the rules. */
    public void base(String sku, BigDecimal price, String reason) {
        PriceFacts.Item item = item(sku);
        Optional<PriceTable.Entry> before = prices.lock(item.id());
        if (before.isEmpty()) {
            prices.open(item.id(), price, PriceTable.Why.alone(PriceTable.Cause.BASE, actor(), said(reason, List.of())));
            return;
        }
        PriceTable.Entry book = before.get();
        if (book.basePrice().compareTo(price) == 0) {
            return;
        }
        boolean follows = book.price().compareTo(book.basePrice()) == 0;
        List<Objection> objections = follows
                ? against(item, book, price).stream().filter(one -> FLOOR_ONLY.contains(one.code())).toList()
                : List.of();
        change(item, book, price, follows ? price : book.price(), PriceTable.Cause.BASE, reason, objections);
    }

    /** @return the row of the price history, through the key */
    public Once.Made override(NewPrice override) {
        return once.once(override.id(), override.content(), () -> {
            PriceFacts.Item item = item(override.sku());
            PriceTable.Entry book = prices.lock(item.id()).orElseThrow(() -> PriceRefused.of(
                    PriceRefused.Kind.CONFLICT, "no-base-price", "", override.sku() + " has no base price yet: set that first"));
            change(item, book, book.basePrice(), override.price(), PriceTable.Cause.OVERRIDE, override.reason(),
                    against(item, book, override.price()));
            return prices.lock(item.id()).orElseThrow().entry();
        });
    }

    private void change(PriceFacts.Item item, PriceTable.Entry book, BigDecimal base, BigDecimal price, PriceTable.Cause cause,
            String reason, List<Objection> objections) {
        if (!objections.isEmpty() && !context.isCallerInRole("admin")) {
            throw new PriceRefused(PriceRefused.Kind.FORBIDDEN,
                    objections.stream().map(one -> new Fault("/price", one.code(), one.detail())).toList());
        }
        prices.set(book, base, price, PriceTable.Why.alone(cause, actor(), said(reason, objections)));
        proposals.supersede(item.id(), actor(), "a person set the price");
        LOG.log(objections.isEmpty() ? Level.INFO : Level.WARNING,
                "price set by hand: sku={0} cause={1} from={2} to={3} actor={4} outside={5}",
                item.sku(), cause, book.price(), price, actor(), objections.stream().map(Objection::code).toList());
    }

    private List<Objection> against(PriceFacts.Item item, PriceTable.Entry book, BigDecimal price) {
        Situation situation = facts.situation(book);
        Optional<RuleBook.Entry> rule = rules.inForce(item.id(), item.categoryId());
        return rule.map(found -> PriceCheck.of(price, found.rule(), situation))
                .orElse(List.of(new Objection("no-rule", "no rule covers the item, so nothing says where its price may lie")));
    }

    private PriceFacts.Item item(String sku) {
        return facts.item(sku).orElseThrow(() -> PriceRefused.of(PriceRefused.Kind.MISSING, "not-found", "", "no item '" + sku + "'"));
    }

    private static String said(String reason, List<Objection> objections) {
        return ReasonJson.said(Stream.concat(Stream.of(reason), objections.stream().map(one -> "Against the rule: " + one.detail() + "."))
                .toArray(String[]::new));
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
