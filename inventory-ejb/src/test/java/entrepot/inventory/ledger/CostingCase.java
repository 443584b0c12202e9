package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** One costing case of the shared vectors, played on the ledger. The format is that of the vectors' README. */
final class CostingCase {

    private static final Set<String> EVENTS = Set.of("receipt", "issue", "customer_return", "supplier_return", "transfer",
            "count", "landed_cost", "invoice", "edit_qty", "cancel", "set_method", "revalue", "set_standard_cost", "assemble");
    private static final Set<String> POSTED = Set.of("receipt", "issue", "customer_return", "supplier_return", "transfer", "count");
    private static final Set<String> EVENT_FIELDS = Set.of("seq", "type", "ref", "date", "qty", "unit_cost", "total_cost",
            "item", "wh", "of", "at", "from", "to");
    private static final Set<String> CHECKED = Set.of("after", "qty", "value", "unit_cost", "cost", "as_of", "wh", "item",
            "rejected", "tol");
    private static final Map<Integer, String> CURRENCIES = Map.of(0, "JPY", 2, "EUR", 3, "KWD");

    private final JsonNode json;
    private final Currency currency;
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final Map<String, Posted> byRef = new HashMap<>();
    private Shop shop;
    private Books.Attempt attempt;

    CostingCase(JsonNode json) {
        this.json = json;
        String code = CURRENCIES.get(json.path("currency_dp").asInt(2));
        this.currency = code == null ? null : Currency.getInstance(code);
    }

    // What is beyond the postings there are

    /** Why the case asks for something the ledger does not do yet, or empty. */
    Optional<String> beyond() {
        if (!List.of("fifo", "average").contains(json.path("method").asText())) {
            return Optional.of("method " + json.path("method").asText());
        }
        List<JsonNode> events = events();
        for (JsonNode event : events) {
            String type = event.path("type").asText();
            if (!EVENTS.contains(type)) {
                fail("event type '" + type + "' is not understood");
            }
            if (!POSTED.contains(type)) {
                return Optional.of("event " + type);
            }
            for (String field : names(event)) {
                if (!EVENT_FIELDS.contains(field)) {
                    return Optional.of("field " + field + " of " + type);
                }
            }
        }
        return beyondPolicy().or(this::beyondExpected).or(() -> backdated(events)).or(this::negative);
    }

    private Optional<String> beyondPolicy() {
        for (String name : names(json.path("policy"))) {
            boolean known = Set.of("costing_scope", "negative", "initial_unit_cost", "supplier_return").contains(name)
                    || name.equals("average_period") && json.path("policy").path(name).asText().equals("event");
            if (!known) {
                return Optional.of("policy " + name);
            }
        }
        return Optional.empty();
    }

    private Optional<String> beyondExpected() {
        return stream(json.path("expect")).flatMap(expect -> names(expect).stream())
                .filter(name -> !CHECKED.contains(name)).findFirst().map(name -> "expecting " + name);
    }

    private static Optional<String> backdated(List<JsonNode> events) {
        return IntStream.range(1, events.size()).anyMatch(i -> day(events.get(i)).isBefore(day(events.get(i - 1))))
                ? Optional.of("backdating")
                : Optional.empty();
    }

    /** The book never goes below zero unless a policy says so, and there is no such policy yet. */
    private Optional<String> negative() {
        if (json.path("policy").path("negative").asText().equals("forbid")) {
            return Optional.empty();
        }
        Map<String, BigDecimal> onHand = new HashMap<>();
        for (JsonNode event : events()) {
            String place = event.path("item").asText() + "/" + event.path("wh").asText(event.path("from").asText());
            BigDecimal quantity = new BigDecimal(event.path("qty").asText());
            switch (event.path("type").asText()) {
                case "issue", "supplier_return" -> onHand.merge(place, quantity.negate(), BigDecimal::add);
                case "transfer" -> {
                    onHand.merge(place, quantity.negate(), BigDecimal::add);
                    onHand.merge(event.path("item").asText() + "/" + event.path("to").asText(), quantity, BigDecimal::add);
                }
                case "count" -> onHand.put(place, quantity);
                default -> onHand.merge(place, quantity, BigDecimal::add);
            }
            if (onHand.values().stream().anyMatch(held -> held.signum() < 0)) {
                return Optional.of("negative stock");
            }
        }
        return Optional.empty();
    }

    // Playing it

    void play() {
        CostFlow flow = CostFlow.valueOf(json.path("method").asText().toUpperCase(java.util.Locale.ROOT));
        Map<ItemId, CostFlow> items = new HashMap<>();
        List<LocationId> places = new ArrayList<>();
        for (JsonNode event : events()) {
            items.put(item(event), flow);
            for (String field : List.of("wh", "from", "to")) {
                places.add(location(event, field));
            }
        }
        boolean byLocation = json.path("policy").path("costing_scope").asText().equals("item_warehouse");
        shop = new Shop(currency, byLocation, items, places);
        for (JsonNode event : events()) {
            post(event);
            stream(json.path("expect")).filter(expect -> expect.path("after").asText().equals(event.path("seq").asText()))
                    .forEach(expect -> check(event, expect));
        }
    }

    private void post(JsonNode event) {
        ItemId item = item(event);
        LocationId at = location(event, event.has("from") ? "from" : "wh");
        Quantity quantity = Quantity.of(decimal(event, "qty"));
        attempt = switch (event.path("type").asText()) {
            case "receipt" -> shop.post(PostingKind.RECEIPT, day(event),
                    new StockLine.Receive(item, at, quantity, value(event, quantity), AccountRole.RECEIVED_NOT_INVOICED));
            case "issue" -> shop.post(PostingKind.SALE, day(event),
                    new StockLine.Relieve(item, at, quantity, AccountRole.COST_OF_SALES));
            case "customer_return" -> shop.post(PostingKind.CUSTOMER_RETURN, day(event),
                    new StockLine.GiveBack(item, at, quantity, moved(event), AccountRole.COST_OF_SALES));
            case "supplier_return" -> shop.post(PostingKind.SUPPLIER_RETURN, day(event), new StockLine.TakeBack(
                    item, at, quantity, moved(event), credit(event), AccountRole.RECEIVED_NOT_INVOICED));
            case "transfer" -> shop.post(PostingKind.TRANSFER, day(event),
                    new StockLine.Move(item, at, location(event, "to"), quantity));
            case "count" -> count(event, item, at, quantity);
            default -> throw new AssertionError(event);
        };
        if (attempt.accepted()) {
            byRef.put(event.path("ref").asText(), attempt.posted());
            shop.remember(attempt.posted());
        }
    }

    private Books.Attempt count(JsonNode event, ItemId item, LocationId at, Quantity counted) {
        Quantity difference = counted.minus(shop.onHand(new Stock.Place(item, at)));
        if (difference.isZero()) {
            return attempt;
        }
        StockLine line = !difference.isPositive()
                ? new StockLine.Relieve(item, at, difference.negated(), AccountRole.SHRINKAGE)
                : event.has("unit_cost")
                        ? new StockLine.Receive(item, at, difference, value(event, difference), AccountRole.SHRINKAGE)
                        : new StockLine.GiveBackUnmatched(item, at, difference, UnmatchedCost.CURRENT, AccountRole.SHRINKAGE);
        return shop.post(PostingKind.ADJUSTMENT, day(event), line);
    }

    private Money value(JsonNode event, Quantity quantity) {
        return event.has("total_cost")
                ? Money.rounded(decimal(event, "total_cost"), currency)
                : Money.worth(quantity, decimal(event, "unit_cost"), currency);
    }

    private ReturnCost credit(JsonNode event) {
        return event.path("at").asText("original").equals("current") ? ReturnCost.CURRENT : ReturnCost.ORIGINAL;
    }

    private long moved(JsonNode event) {
        return byRef.get(event.path("of").asText()).movements().get(0).id();
    }

    // Comparing

    private void check(JsonNode event, JsonNode expect) {
        assertThat(attempt.accepted()).as("accepted after " + event).isEqualTo(!expect.path("rejected").asBoolean());
        BigDecimal tolerance = expect.has("tol") ? decimal(expect, "tol") : new BigDecimal("0.005");
        if (expect.has("cost")) {
            close(attempt.posted().cost().decimal(), decimal(expect, "cost"), tolerance, "cost of " + event);
        }
        if (expect.has("qty")) {
            close(quantity(expect), decimal(expect, "qty"), BigDecimal.ZERO, "quantity in " + expect);
        }
        if (expect.has("value")) {
            close(value(expect), decimal(expect, "value"), tolerance, "value in " + expect);
        }
        if (expect.has("unit_cost")) {
            close(unitCost(event, expect), decimal(expect, "unit_cost"), tolerance, "unit cost in " + expect);
        }
    }

    private static void close(BigDecimal actual, BigDecimal expected, BigDecimal tolerance, String what) {
        assertThat(actual.subtract(expected).abs()).as(what + ": is " + actual + ", expected " + expected)
                .isLessThanOrEqualTo(tolerance);
    }

    private BigDecimal quantity(JsonNode expect) {
        return shop.posted.stream().filter(posted -> counts(posted, expect)).flatMap(posted -> posted.movements().stream())
                .filter(movement -> counts(movement, expect))
                .map(movement -> movement.quantity().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal value(JsonNode expect) {
        return shop.posted.stream().filter(posted -> counts(posted, expect)).flatMap(posted -> posted.values().stream())
                .filter(entry -> counts(entry.movement(), expect))
                .map(entry -> entry.amount().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal unitCost(JsonNode event, JsonNode expect) {
        BigDecimal quantity = quantity(expect);
        return quantity.signum() == 0
                ? shop.pool(new Stock.Place(item(event), location(event, "wh"))).lastUnitCost()
                : value(expect).divide(quantity, 6, RoundingMode.HALF_UP);
    }

    private boolean counts(Posted posted, JsonNode expect) {
        return !expect.has("as_of") || !posted.request().businessDate().isAfter(day(expect.path("as_of").asInt()));
    }

    private boolean counts(Movement movement, JsonNode expect) {
        return (!expect.has("wh") || movement.location().equals(location(expect, "wh")))
                && (!expect.has("item") || movement.item().equals(item(expect)));
    }

    // Reading

    private List<JsonNode> events() {
        return json.path("events").isArray() ? stream(json.path("events")).toList() : List.of();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private ItemId item(JsonNode node) {
        return new ItemId(number("item " + node.path("item").asText()));
    }

    private LocationId location(JsonNode node, String field) {
        return new LocationId(number("place " + node.path(field).asText()));
    }

    private long number(String name) {
        return numbers.computeIfAbsent(name, missing -> numbers.size() + 1L);
    }

    private static LocalDate day(JsonNode event) {
        return event.path("date").isTextual() ? LocalDate.parse(event.path("date").asText()) : day(event.path("date").asInt());
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2026, 1, 1).plusDays(number);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }
}
