package entrepot.inventory.sale.server;

import entrepot.inventory.consign.server.ConsignedStock;
import entrepot.inventory.consign.server.Takings;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.ledger.server.StaleCompanion;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Ids;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        List<Command> commands = sale == null || sale.request().kind() != PostingKind.SALE ? new ArrayList<>() : new ArrayList<>(taken(sale, refused));
        if (commands.isEmpty()) {
            return refused;
        }
        commands.add(sale);
        try {
            List<PostingOutcome> outcomes = desk.postTogether(commands.stream().map(Prepared::of).toList());
            boolean posted = outcomes.stream().noneMatch(one -> one instanceof PostingOutcome.Refused || one instanceof PostingOutcome.Clash);
            return posted ? outcomes.get(outcomes.size() - 1) : refused;
        } catch (StaleCompanion soldMeanwhile) {
            return refused;
        }
    }

    private List<Command> taken(Command sale, PostingOutcome.Refused refused) {
        boolean reserved = refused.refusals().stream().anyMatch(refusal -> refusal.code().equals("reserved"));
        Map<Stock.Place, Quantity> wanted = new LinkedHashMap<>();
        for (StockLine line : sale.request().stock()) {
            wanted.merge(new Stock.Place(line.item(), line.location()), line.quantity(), Quantity::plus);
        }
        Takings takings = new Takings(stock);
        wanted.forEach((place, quantity) -> {
            Quantity own = reserved ? Quantity.ZERO : stock.own(place.location(), place.item());
            takings.take(place.location(), place.item(), quantity.minus(own.isPositive() ? own : Quantity.ZERO));
        });
        return takings.commands(sale.request(), sale.request().effectiveAt(), "CONSIGNED", companies.company().currency(), ids::next);
    }
}
