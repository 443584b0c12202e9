package entrepot.inventory.sale.server;

import entrepot.inventory.consign.Taken;
import entrepot.inventory.consign.server.ConsignedStock;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
        Map<Long, List<Taken.Line>> lines = new LinkedHashMap<>();
        Map<Long, String> codes = new LinkedHashMap<>();
        wanted.forEach((place, quantity) -> {
            Quantity own = reserved ? Quantity.ZERO : stock.own(place.location(), place.item());
            Quantity open = quantity.minus(own.isPositive() ? own : Quantity.ZERO);
            for (ConsignedStock.Held held : open.isPositive() ? stock.at(place.location(), place.item()) : List.<ConsignedStock.Held>of()) {
                Quantity part = Quantity.smaller(open, new Quantity(held.onHand()));
                if (part.isPositive()) {
                    lines.computeIfAbsent(held.supplierId(), fresh -> new ArrayList<>()).add(held.line(part));
                    codes.put(held.supplierId(), held.supplier());
                    open = open.minus(part);
                }
            }
        });
        return lines.entrySet().stream().map(one -> command(sale.request(), one.getKey(), codes.get(one.getKey()), one.getValue())).toList();
    }

    private Command command(PostingRequest sale, long supplier, String code, List<Taken.Line> lines) {
        UUID id = UUID.nameUUIDFromBytes((sale.id() + "/consigned/" + supplier).getBytes(StandardCharsets.UTF_8));
        var taken = new Taken(id, supplier, code, sale.businessDate(), sale.effectiveAt(), sale.reference(), lines);
        return taken.command("CONSIGNED " + sale.id(), companies.company().currency(), ids::next);
    }
}
