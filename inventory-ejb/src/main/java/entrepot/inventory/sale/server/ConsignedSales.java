package entrepot.inventory.sale.server;

import entrepot.inventory.consign.Shortfall;
import entrepot.inventory.consign.server.ConsignedStock;
import entrepot.inventory.consign.server.Takings;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Ids;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sells goods of a supplier where ours are not enough: what is sold becomes ours, and owed, with the sale or not at all. */
@ApplicationScoped
public class ConsignedSales {

    private static final Set<String> TOO_FEW = Set.of("out-of-stock", "reserved");

    @EJB
    private PostingDesk desk;

    @Inject
    private ConsignedStock stock;

    @Inject
    private CompanyFile companies;

    @Inject
    private Ids ids;

    static boolean mayHelp(PostingOutcome.Refused refused) {
        return refused.refusals().stream().map(Refusal::code).allMatch(TOO_FEW::contains);
    }

    /** @return what became of the sale with goods of suppliers; the refusal, where these do not help */
    PostingOutcome instead(PostingOutcome.Refused refused, Prepared prepared) {
        Command sale = prepared.command();
        if (sale == null || sale.request().kind() != PostingKind.SALE) {
            return refused;
        }
        PostingOutcome outcome = isReserved(refused) ? refused : withTheirs(sale, false, refused);
        PostingOutcome all = isReserved(outcome) ? withTheirs(sale, true, refused) : outcome;
        return isReserved(all) ? refused : all;
    }

    private static boolean isReserved(PostingOutcome outcome) {
        return outcome instanceof PostingOutcome.Refused refused
                && refused.refusals().stream().anyMatch(refusal -> refusal.code().equals("reserved"));
    }

    /** @param reserved whether ours are kept for others, so that all that is sold is theirs */
    private PostingOutcome withTheirs(Command sale, boolean reserved, PostingOutcome.Refused refused) {
        List<Command> commands = new ArrayList<>(taken(sale.request(), reserved));
        if (commands.isEmpty()) {
            return refused;
        }
        commands.add(sale);
        try {
            List<PostingOutcome> outcomes = desk.postTogether(commands.stream().map(Prepared::of).toList());
            PostingOutcome last = outcomes.get(outcomes.size() - 1);
            return isReserved(last) || outcomes.stream().noneMatch(one -> one instanceof PostingOutcome.Refused || one instanceof PostingOutcome.Clash)
                    ? last : refused;
        } catch (StaleCompanion soldMeanwhile) {
            return refused;
        }
    }

    private List<Command> taken(PostingRequest sale, boolean reserved) {
        Map<Stock.Place, Shortfall> wanted = new LinkedHashMap<>();
        for (int line = 0; line < sale.stock().size(); line++) {
            StockLine goods = sale.stock().get(line);
            Shortfall missing = wanted.computeIfAbsent(new Stock.Place(goods.item(), goods.location()), fresh -> new Shortfall());
            List<LotPart> named = sale.lots().getOrDefault(line, List.of());
            named.forEach(part -> missing.want(part.lot().id(), part.quantity()));
            if (named.isEmpty()) {
                missing.want(Shortfall.ANY, goods.quantity());
            }
        }
        LocalDate day = sale.businessDate();
        Takings takings = new Takings(stock);
        wanted.forEach((place, missing) -> missing.beyond(reserved ? List.of() : stock.own(place.location(), place.item()), day)
                .forEach((lot, quantity) -> takings.take(place,
                        held -> lot == Shortfall.ANY ? !held.isExpiredOn(day) : held.lotId() == lot, quantity)));
        return takings.commands(sale, sale.effectiveAt(), "CONSIGNED", companies.company().currency(), ids::next);
    }
}
