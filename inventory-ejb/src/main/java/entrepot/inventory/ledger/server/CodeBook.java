package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.tax.TaxRates;
import entrepot.inventory.tax.server.TaxTable;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Remembered;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The row numbers behind the codes people use: one statement for any number of codes, inactive items left out. */
@ApplicationScoped
public class CodeBook {

    @Inject
    private Database database;

    @Inject
    private TaxTable taxes;

    private final Remembered<String, Item> items = new Remembered<>();
    private final Remembered<String, Place> places = new Remembered<>();

    /**
     * What a document needs to know of an item.
     *
     * @param kit         whether it is sold as its parts and never in stock itself
     * @param catchWeight whether its pieces are counted beside what they weigh
     */
    public record Item(ItemId id, String sku, String taxCode, Tracking tracking, boolean perishable, boolean kit, boolean catchWeight) {}

    /**
     * A movement of a line of an earlier posting: what may be returned, and at what price it was sold, if it was.
     *
     * @param lot its code, or null
     */
    public record EarlierLine(
            UUID posting, int line, long movement, long quantity, String sku, long locationId, BigDecimal unitPrice, String taxCode,
            String lot, LocalDate businessDate) {}

    public Map<String, Item> items(Collection<String> skus) {
        return known(items, skus, this::itemsBy);
    }

    private Map<String, Item> itemsBy(List<String> skus) {
        record Row(long id, String sku, String taxCode, Tracking tracking, boolean perishable, boolean kit, boolean catchWeight) {}
        return byCode("SELECT id, sku, tax_code, tracking, perishable, COALESCE((SELECT b.kind = 'KIT' FROM bill b WHERE b.item_id = item.id"
                + " ORDER BY b.version DESC LIMIT 1), FALSE) kit, piece_size IS NOT NULL catch_weight FROM item WHERE active AND sku IN (<codes>)", skus, Row.class).stream()
                .collect(Collectors.toMap(Row::sku, row -> new Item(
                        new ItemId(row.id()), row.sku(), row.taxCode(), row.tracking(), row.perishable(), row.kit(), row.catchWeight())));
    }

    public Map<String, LocationId> locations(Collection<String> codes) {
        record Row(long id, String code) {}
        return byCode("SELECT id, code FROM location WHERE code IN (<codes>)", codes, Row.class).stream()
                .collect(Collectors.toMap(Row::code, row -> new LocationId(row.id())));
    }

    /** A location. @param customer at whom goods lie that are sold to him alone, or null */
    public record Place(LocationId id, Long customer) {}

    public Map<String, Place> places(Collection<String> codes) {
        return known(places, codes, this::placesBy);
    }

    private Map<String, Place> placesBy(List<String> codes) {
        record Row(long id, String code, Long consignedTo) {}
        return byCode("SELECT id, code, consigned_to FROM location WHERE code IN (<codes>)", codes, Row.class).stream()
                .collect(Collectors.toMap(Row::code, row -> new Place(new LocationId(row.id()), row.consignedTo())));
    }

    /** Only those that are sites, not their places. */
    public Map<String, LocationId> sites(Collection<String> codes) {
        record Row(long id, String code) {}
        return byCode("SELECT id, code FROM location WHERE of_site IS NULL AND code IN (<codes>)", codes, Row.class).stream()
                .collect(Collectors.toMap(Row::code, row -> new LocationId(row.id())));
    }

    public Map<String, Long> customers(Collection<String> codes) {
        record Row(long id, String code) {}
        return byCode("SELECT id, code FROM customer WHERE code IN (<codes>)", codes, Row.class).stream()
                .collect(Collectors.toMap(Row::code, Row::id));
    }

    /** Whether a document of this number is in the book. */
    public boolean isPosted(UUID id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM posting WHERE id = ?")
                .bind(0, Rows.bytes(id)).mapTo(int.class).one() > 0);
    }

    public TaxRates taxRates() {
        return taxes.rates();
    }

    /** Lines of earlier postings, by {@code id/line}, lot by lot. Joined as written: while a table grows fast the optimizer takes it for small. */
    public Map<String, List<EarlierLine>> earlierLines(Collection<UUID> postings) {
        Collection<byte[]> ids = postings.stream().filter(Objects::nonNull).distinct().map(Rows::bytes).toList();
        return Rows.parts(ids).stream().flatMap(part -> earlierLinesOf(part).stream())
                .collect(Collectors.groupingBy(line -> line.posting() + "/" + line.line()));
    }

    private List<EarlierLine> earlierLinesOf(List<byte[]> postings) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT STRAIGHT_JOIN p.id posting, m.line_no line, m.id movement, m.quantity, i.sku, m.location_id,"
                        + " s.unit_price, s.tax_code, t.code lot, p.business_date FROM posting p JOIN movement m ON m.posting_seq = p.seq"
                        + " JOIN item i ON i.id = m.item_id LEFT JOIN sale_line s ON s.movement_id = m.id"
                        + " LEFT JOIN lot t ON t.id = m.lot_id WHERE p.id IN (<ids>) ORDER BY m.id")
                .bindList("ids", postings)
                .mapTo(EarlierLine.class)
                .list());
    }

    private <T> Map<String, T> known(Remembered<String, T> remembered, Collection<String> codes, Function<List<String>, Map<String, T>> read) {
        List<String> distinct = codes.stream().filter(Objects::nonNull).distinct().toList();
        return distinct.isEmpty() ? Map.of() : remembered.find(database.jdbi().withHandle(Remembered::stamp), distinct, read);
    }

    private <T> List<T> byCode(String sql, Collection<String> codes, Class<T> type) {
        List<String> distinct = codes.stream().filter(Objects::nonNull).distinct().toList();
        return Rows.parts(distinct).stream()
                .flatMap(part -> database.jdbi().withHandle(handle -> handle.createQuery(sql).bindList("codes", part).mapTo(type).list()).stream())
                .toList();
    }
}
