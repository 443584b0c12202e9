package entrepot.inventory.sale.server;

import entrepot.inventory.consign.Shortfall;
import entrepot.inventory.consign.server.ConsignedStock;
import entrepot.inventory.consign.server.Takings;
import entrepot.inventory.ledger.Books;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sells goods of a supplier where ours are not enough: what is sold becomes ours, and owed, with the sale or not at all. */
@ApplicationScoped
public class ConsignedSales {

    private static final Set<String> TOO_FEW = Set.of("out-of-stock", "reserved");
    private static final Refusal CLASH = Refusal.whole("idempotency-clash", "posted before with other content");

    @EJB
    private PostingDesk desk;

    @Inject
    private ConsignedStock stock;

    @Inject
    private CompanyFile companies;

    @Inject
    private Ids ids;

    static boolean mayHelp(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).allMatch(TOO_FEW::contains);
    }

    /** Where goods of suppliers lie, of those places where some of the sales take goods. */
    Set<Stock.Place> places(List<Prepared> sales) {
        return stock.lying(sales.stream().flatMap(ConsignedSales::places).collect(Collectors.toSet()));
    }

    /** @param theirs where goods of suppliers lie */
    static boolean mayTake(Prepared sale, Set<Stock.Place> theirs) {
        return !theirs.isEmpty() && places(sale).anyMatch(theirs::contains);
    }

    private static Stream<Stock.Place> places(Prepared sale) {
        return isSale(sale) ? sale.command().request().stock().stream().map(goods -> new Stock.Place(goods.item(), goods.location())) : Stream.of();
    }

    private static boolean isSale(Prepared prepared) {
        return prepared.accepted() && prepared.command().request().kind() == PostingKind.SALE;
    }

    /** How commands are asked, all or none, and what is against what came of one: nothing where it stands. */
    private record Way<T>(Function<List<Prepared>, List<T>> ask, Function<T, List<Refusal>> against) {}

    /** @return what became of the sale with goods of suppliers; the refusal, where these do not help */
    PostingOutcome instead(PostingOutcome.Refused refused, Prepared sale) {
        return instead(refused, sale, new Way<PostingOutcome>(desk::postTogether, outcome -> outcome.fold(
                accepted -> List.of(), already -> List.of(), clash -> List.of(CLASH), no -> no.refusals())));
    }

    /** @return what would become of it */
    Books.Attempt instead(Books.Attempt refused, Prepared sale) {
        return instead(refused, sale, new Way<>(
                commands -> desk.preview(commands.stream().map(Prepared::command).toList()), Books.Attempt::refusals));
    }

    private <T> T instead(T refused, Prepared sale, Way<T> way) {
        if (!isSale(sale)) {
            return refused;
        }
        T outcome = isReserved(refused, way) ? refused : withTheirs(sale.command(), false, refused, way);
        T all = isReserved(outcome, way) ? withTheirs(sale.command(), true, refused, way) : outcome;
        return isReserved(all, way) ? refused : all;
    }

    private static <T> boolean isReserved(T outcome, Way<T> way) {
        return way.against().apply(outcome).stream().anyMatch(refusal -> refusal.code().equals("reserved"));
    }

    /** @param reserved whether ours are kept for others, so that all that is sold is theirs */
    private <T> T withTheirs(Command sale, boolean reserved, T refused, Way<T> way) {
        List<Command> commands = new ArrayList<>(taken(sale.request(), reserved));
        if (commands.isEmpty()) {
            return refused;
        }
        commands.add(sale);
        try {
            List<T> outcomes = way.ask().apply(commands.stream().map(Prepared::of).toList());
            T last = outcomes.get(outcomes.size() - 1);
            return isReserved(last, way) || outcomes.stream().allMatch(one -> way.against().apply(one).isEmpty()) ? last : refused;
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
