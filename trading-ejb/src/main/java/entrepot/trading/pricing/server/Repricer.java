package entrepot.trading.pricing.server;

import entrepot.platform.company.CompanyFile;
import entrepot.platform.inbox.Inbox;
import entrepot.trading.pricing.Advice;
import entrepot.trading.pricing.CoverPricer;
import entrepot.trading.pricing.GuardRails;
import entrepot.trading.pricing.PriceRule;
import entrepot.trading.pricing.RuleBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Decides on the price of an item, in the caller's transaction or one of its own. The inbox mark and the price are locked
 * before anything is read, so that what is read is the newest there is.
 */
@Stateless
@RolesAllowed({"pricing", "admin", "system"})
public class Repricer {

    public static final String CONSUMER = "reprice";
    static final String ACTOR = "system";

    @Inject
    private Inbox inbox;

    @Inject
    private PriceTable prices;

    @Inject
    private PriceFacts facts;

    @EJB
    private PriceRules rules;

    @Inject
    private ProposalTable proposals;

    @Inject
    private BatchTable batches;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    /** How a message ended. */
    public enum Answer { DECIDED, ALREADY_DECIDED, NO_SUCH_ITEM }

    public Answer decide(long item, long watermark) {
        Optional<Inbox.Claim> claim = inbox.claim(CONSUMER, item, watermark);
        if (claim.isEmpty()) {
            return Answer.ALREADY_DECIDED;
        }
        return look(item, claim.get().to()) ? Answer.DECIDED : Answer.NO_SUCH_ITEM;
    }

    /** Decides again without a sale: days without one, a new cost or a changed rule move prices too. */
    public void review(long item) {
        look(item, inbox.hold(CONSUMER, item));
    }

    private boolean look(long number, long seal) {
        Optional<PriceFacts.Item> found = facts.item(number);
        found.ifPresent(item -> prices.lock(number).ifPresent(book -> look(item, book, seal)));
        return found.isPresent();
    }

    private void look(PriceFacts.Item item, PriceTable.Entry book, long seal) {
        Optional<RuleBook.Entry> entry = item.active() ? rules.inForce(item.id(), item.categoryId()) : Optional.empty();
        if (entry.isEmpty()) {
            proposals.supersede(item.id(), ACTOR, "no rule covers the item any more");
            return;
        }
        PriceRule rule = entry.get().rule();
        Advice advice = new GuardRails(rule, minorUnit()).advise(new CoverPricer(rule.cover()), facts.situation(book));
        proposals.look(item.id(), advice, seal);
        settle(item.id(), book, entry.get(), advice, seal);
    }

    private void settle(long item, PriceTable.Entry book, RuleBook.Entry entry, Advice advice, long seal) {
        Optional<ProposalTable.Row> open = proposals.open(item);
        if (advice.changesPrice() && open.filter(row -> row.says(advice)).isPresent() && entry.rule().mode() == PriceRule.Mode.PROPOSE) {
            proposals.follow(open.get(), advice, seal);
            return;
        }
        proposals.supersede(item, ACTOR, advice.changesPrice() ? "a newer price took its place" : "no longer wanted");
        if (!advice.changesPrice() || wasTurnedDownToday(item, advice)) {
            return;
        }
        long proposal = proposals.make(item, advice, entry.id(), seal);
        if (entry.rule().mode() == PriceRule.Mode.AUTOMATIC) {
            apply(book, advice, proposal);
        }
    }

    private void apply(PriceTable.Entry book, Advice advice, long proposal) {
        long batch = batches.add(new BatchTable.New(null, BatchTable.Kind.AUTOMATIC, ACTOR, null, 1, null, null));
        prices.set(book, book.basePrice(), advice.price(), new PriceTable.Why(
                PriceTable.Cause.PROPOSAL, ACTOR, ReasonJson.write(advice), batch, proposal, null));
        proposals.close(proposal, ProposalTable.Status.APPLIED, ACTOR, batch, null);
    }

    /** A person who said no is not asked the same again on the same day. */
    private boolean wasTurnedDownToday(long item, Advice advice) {
        LocalDate today = companies.company().businessDate(clock.instant());
        LocalDateTime midnight = LocalDateTime.ofInstant(today.atStartOfDay(companies.company().zone()).toInstant(), ZoneOffset.UTC);
        return proposals.rejected(item, midnight).filter(row -> row.says(advice)).isPresent();
    }

    private BigDecimal minorUnit() {
        return BigDecimal.ONE.movePointLeft(companies.company().currency().getDefaultFractionDigits());
    }
}
