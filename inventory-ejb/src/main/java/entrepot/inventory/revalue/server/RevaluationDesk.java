package entrepot.inventory.revalue.server;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.LotRegister;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.ledger.server.StockAtCost;
import entrepot.inventory.revalue.HeldStock;
import entrepot.inventory.revalue.StandardCosts;
import entrepot.inventory.revalue.WriteDown;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Sets standard costs and writes stock down and up again. */
@Stateless
@RolesAllowed({"accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RevaluationDesk {

    private static final StockAtCost.Costing UNKNOWN = new StockAtCost.Costing(null, List.of());

    @EJB
    private PostingDesk desk;

    @Inject
    private CodeBook codes;

    @Inject
    private StockAtCost stock;

    @EJB
    private LotRegister register;

    /** @param location null where a standard is set, which holds everywhere; @param lot null of goods not valued lot by lot */
    public record AskedLine(String sku, String location, String lot, BigDecimal unitValue) {}

    public PostingOutcome setStandards(Amendment head, List<AskedLine> lines) {
        return desk.postPrepared(List.of(standards(head, lines))).get(0);
    }

    public Books.Attempt previewStandards(Amendment head, List<AskedLine> lines) {
        return desk.preview(standards(head, lines));
    }

    public PostingOutcome writeDown(Amendment head, List<AskedLine> lines) {
        return desk.postPrepared(List.of(writeDowns(head, lines))).get(0);
    }

    public Books.Attempt previewWriteDown(Amendment head, List<AskedLine> lines) {
        return desk.preview(writeDowns(head, lines));
    }

    private Prepared standards(Amendment head, List<AskedLine> lines) {
        if (codes.isPosted(head.id())) {
            return again(head, PostingKind.STANDARD_COST);
        }
        Map<String, CodeBook.Item> items = codes.items(lines.stream().map(AskedLine::sku).toList());
        Map<ItemId, StockAtCost.Costing> costing = stock.costing(items.values().stream().map(CodeBook.Item::id).toList());
        List<StandardCosts.Line> read = new ArrayList<>();
        for (AskedLine line : lines) {
            ItemId item = items.containsKey(line.sku()) ? items.get(line.sku()).id() : null;
            StockAtCost.Costing by = costing.getOrDefault(item, UNKNOWN);
            read.add(new StandardCosts.Line(line.sku(), item, by.flow(), line.unitValue(), by.places()));
        }
        StandardCosts costs = new StandardCosts(head, read);
        return prepared(head, PostingKind.STANDARD_COST, costs.refusals(), costs::stock);
    }

    private Prepared writeDowns(Amendment head, List<AskedLine> lines) {
        if (codes.isPosted(head.id())) {
            return again(head, PostingKind.REVALUATION);
        }
        Map<String, CodeBook.Item> items = codes.items(lines.stream().map(AskedLine::sku).toList());
        Map<String, LocationId> places = codes.locations(lines.stream().map(AskedLine::location).toList());
        Map<ItemId, StockAtCost.Costing> costing = stock.costing(items.values().stream().map(CodeBook.Item::id).toList());
        Map<LotRegister.Key, Lot> lots = lots(lines, items);
        List<WriteDown.Line> read = new ArrayList<>();
        for (AskedLine line : lines) {
            ItemId item = items.containsKey(line.sku()) ? items.get(line.sku()).id() : null;
            LocationId place = places.get(line.location());
            boolean byLot = costing.getOrDefault(item, UNKNOWN).flow() == CostFlow.SPECIFIC;
            var lot = new WriteDown.NamedPart(line.lot(), byLot ? lots.get(new LotRegister.Key(item, line.lot())) : null, byLot);
            HeldStock held = item == null || place == null || byLot && lot.found() == null ? null : held(item, place, lot.found(), head.day());
            read.add(new WriteDown.Line(line.sku(), line.location(), lot, item, place, held, line.unitValue()));
        }
        WriteDown writeDown = new WriteDown(head, read);
        List<Refusal> refusals = writeDown.refusals();
        return refusals.isEmpty() ? Prepared.of(command(head, PostingKind.REVALUATION, writeDown.stock(), writeDown.lots()))
                : Prepared.refused(refusals);
    }

    private Map<LotRegister.Key, Lot> lots(List<AskedLine> lines, Map<String, CodeBook.Item> items) {
        Set<LotRegister.Key> named = lines.stream().filter(line -> line.lot() != null && items.containsKey(line.sku()))
                .map(line -> new LotRegister.Key(items.get(line.sku()).id(), line.lot())).collect(Collectors.toSet());
        return named.isEmpty() ? Map.of() : register.find(named);
    }

    /** Null where nothing of it ever moved there. */
    private HeldStock held(ItemId item, LocationId place, Lot lot, LocalDate day) {
        return stock.of(new Stock.Place(item, place, lot == null ? 0 : lot.id()), day)
                .map(pools -> new HeldStock(pools.held().onHand(), pools.held().value(), pools.atCost().value()))
                .orElse(null);
    }

    /** A second try, which the ledger answers as the first. */
    private static Prepared again(Amendment head, PostingKind kind) {
        return Prepared.of(command(head, kind, List.of(), Map.of()));
    }

    private static Prepared prepared(Amendment head, PostingKind kind, List<Refusal> refusals, Supplier<List<StockLine>> stock) {
        return refusals.isEmpty() ? Prepared.of(command(head, kind, stock.get(), Map.of())) : Prepared.refused(refusals);
    }

    private static Command command(Amendment head, PostingKind kind, List<StockLine> stock, Map<Integer, List<LotPart>> lots) {
        var request = new PostingRequest(
                head.id(), kind, head.day(), head.at(), head.reference(), head.reason(), null, null, stock, List.of(), lots);
        return new Command(request, head.content(), List.of());
    }
}
