package entrepot.inventory.replenishment.server;

import entrepot.inventory.replenishment.DemandHistory;
import entrepot.inventory.replenishment.LeadTime;
import entrepot.inventory.replenishment.ProposalStep;
import entrepot.inventory.replenishment.ReplenishmentPolicy;
import entrepot.inventory.replenishment.Suggestion;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.inbox.Inbox;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what to order of an item, at every location that carries it, in the caller's transaction or one of its own.
 * The item's inbox mark is locked before anything is read, so that what is read is the newest there is.
 */
@Stateless
@RolesAllowed({"buyer", "admin", "system"})
public class Replenisher {

    public static final String CONSUMER = "replenishment";

    @Inject
    private Inbox inbox;

    @Inject
    private PolicyBook policies;

    @Inject
    private StockReader stock;

    @Inject
    private DemandReader demands;

    @Inject
    private LeadTimeReader leadTimes;

    @Inject
    private ProposalTable proposals;

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
        return decide(item, claim.get()) ? Answer.DECIDED : Answer.NO_SUCH_ITEM;
    }

    /** Decides again without a sale: at night, or when an order of the item was changed. */
    public void review(long item) {
        long mark = inbox.hold(CONSUMER, item);
        decide(item, new Inbox.Claim(mark, mark));
    }

    private boolean decide(long number, Inbox.Claim seals) {
        Optional<StockedItem> found = stock.item(number);
        found.ifPresent(item -> decide(item, seals));
        return found.isPresent();
    }

    private void decide(StockedItem item, Inbox.Claim seals) {
        Map<Long, ProposalTable.Live> live = new HashMap<>(proposals.live(item.id()));
        if (item.active()) {
            Round round = round(item);
            for (CarriedStock place : stock.carried(item.id())) {
                settle(item, place, round, Optional.ofNullable(live.remove(place.location())), seals);
            }
        }
        live.values().stream()
                .filter(left -> left.state() == ProposalStep.Live.OPEN)
                .forEach(left -> proposals.withdraw(left, seals, "the location no longer carries the item"));
    }

    /** What all locations of an item have in common. */
    private record Round(
            PolicyBook.Policy policy, LocalDate today, Map<Long, DemandHistory> demand, LeadTime lead, Set<Long> quiet) {}

    private Round round(StockedItem item) {
        PolicyBook.Policy policy = policies.policy();
        LocalDate today = companies.company().businessDate(clock.instant());
        return new Round(policy, today, demands.since(item.id(), today.minusDays(policy.windowDays() - 1)),
                leadTimes.of(item, policy), proposals.quiet(item.id(), today));
    }

    private void settle(
            StockedItem item, CarriedStock place, Round round, Optional<ProposalTable.Live> live, Inbox.Claim seals) {
        Suggestion suggestion = suggest(item, place, round);
        ProposalStep.Live state = live.map(ProposalTable.Live::state).orElse(ProposalStep.Live.NONE);
        switch (ProposalStep.of(state, suggestion.order(), round.quiet().contains(place.location()))) {
            case MAKE -> proposals.make(item, place.location(), suggestion, seals);
            case FOLLOW, KEEP_EDIT -> proposals.follow(live.orElseThrow(), item, suggestion, seals);
            case WITHDRAW -> proposals.withdraw(live.orElseThrow(), seals, "no longer needed");
            case NOTHING -> { }
        }
    }

    private static Suggestion suggest(StockedItem item, CarriedStock place, Round round) {
        PolicyBook.Policy policy = round.policy();
        DemandHistory history = round.demand().getOrDefault(place.location(), new DemandHistory(List.of()));
        return new ReplenishmentPolicy(policy.settings()).suggest(
                history.perDay(round.today(), policy.windowDays(), policy.atLeastDays()),
                round.lead(), place.position(), service(item, place, policy), item.packing(), item.unitCost());
    }

    private static double service(StockedItem item, CarriedStock place, PolicyBook.Policy policy) {
        Double own = place.serviceLevel() != null ? place.serviceLevel() : item.serviceLevel();
        return own == null ? policy.serviceLevel() : own;
    }
}
