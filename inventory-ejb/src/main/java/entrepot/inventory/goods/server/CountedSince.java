package entrepot.inventory.goods.server;

import entrepot.inventory.goods.CountBefore;
import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the counts that are later than the goods of a note are said to have come. */
@ApplicationScoped
class CountedSince {

    @Inject
    private Database database;

    @Inject
    private CodeBook codes;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private record Shelf(long item, long location) {
        Shelf(ItemId item, LocationId location) {
            this(item.value(), location.value());
        }
    }

    private record Row(long itemId, long locationId, LocalDate day, long counted) {}

    /** Empty where nothing of it was counted since, and of what is posted already. */
    List<Refusal> questions(GoodsNote note, Command command) {
        PostingRequest request = command.request();
        if (request.kind() != PostingKind.RECEIPT || !request.businessDate().isBefore(companies.company().businessDate(clock.instant()))) {
            return List.of();
        }
        Map<Shelf, CountBefore> counts = counts(request);
        if (counts.isEmpty() || codes.isPosted(request.id())) {
            return List.of();
        }
        List<Refusal> questions = new ArrayList<>();
        for (int number = 0; number < request.stock().size(); number++) {
            StockLine line = request.stock().get(number);
            CountBefore count = counts.get(new Shelf(line.item(), line.location()));
            if (count != null) {
                questions.add(count.question(number, note.lines().get(number).sku(), line.quantity()));
            }
        }
        return questions;
    }

    /** The first count after the day, of each shelf that has one. */
    private Map<Shelf, CountBefore> counts(PostingRequest request) {
        Map<Shelf, CountBefore> first = new HashMap<>();
        database.jdbi().useHandle(handle -> handle
                .createQuery("SELECT item_id, location_id, COALESCE(for_date, business_date) day, counted FROM movement"
                        + " WHERE basis = 'COUNTED' AND item_id IN (<items>) AND location_id IN (<locations>) AND business_date > :day"
                        + " ORDER BY day, ordinal")
                .bindList("items", request.stock().stream().map(line -> line.item().value()).distinct().toList())
                .bindList("locations", request.stock().stream().map(line -> line.location().value()).distinct().toList())
                .bind("day", request.businessDate())
                .mapTo(Row.class)
                .forEach(row -> first.putIfAbsent(new Shelf(row.itemId(), row.locationId()), new CountBefore(row.day(), new Quantity(row.counted())))));
        return first;
    }
}
