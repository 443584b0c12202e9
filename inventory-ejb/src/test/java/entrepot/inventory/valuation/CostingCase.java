package entrepot.inventory.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One costing case of the shared vectors, worked out anew after each of its events. The format is that of the vectors'
 * README; what is not understood fails.
 */
final class CostingCase {

    private static final Map<Integer, String> CURRENCIES = Map.of(0, "JPY", 2, "EUR", 3, "KWD", 4, "CLF");
    private static final Set<String> POLICIES = Set.of("costing_scope", "late_cost", "negative", "initial_unit_cost",
            "average_period", "supplier_return");
    private static final Set<String> EXPECTED = Set.of("after", "as_of", "wh", "lot", "item", "qty", "value", "unit_cost", "cost",
            "restated", "unit_cost_after", "difference", "variance", "journal", "rejected", "tol");

    /** An event as it stands now, after edits. */
    private static final class Event {
        final JsonNode json;
        BigDecimal edited;
        boolean cancelled;
        List<Step> steps = List.of();

        Event(JsonNode json) {
            this.json = json;
        }

        String ref() {
            return json.path("ref").asText();
        }

        String type() {
            return json.path("type").asText();
        }
    }

    private record Journal(BigDecimal inventory, BigDecimal costOfSales, BigDecimal variance) {}

    private final JsonNode json;
    private final Currency currency;
    private final boolean monthAndDay;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Event> byRef = new HashMap<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final Map<Long, BigDecimal> unitCostAfter = new HashMap<>();
    private CostRun now;
    private CostRun before;
    private boolean rejected;

    CostingCase(JsonNode json) {
        this.json = json;
        String code = CURRENCIES.get(json.path("currency_dp").asInt(2));
        assertThat(code).as("a currency of %s decimals", json.path("currency_dp")).isNotNull();
        this.currency = Currency.getInstance(code);
        this.monthAndDay = isMonthAndDay();
        assertThat(POLICIES).as("policies").containsAll(names(json.path("policy")));
        stream(json.path("expect")).forEach(expect -> assertThat(expectable()).as("expected").containsAll(names(expect)));
    }

    private Set<String> expectable() {
        return json.path("method").asText().equals("allocation") ? Set.of("allocated", "tol") : EXPECTED;
    }

    void play() {
        if (json.path("method").asText().equals("allocation")) {
            allocate();
            return;
        }
        now = worked();
        for (JsonNode event : json.path("events")) {
            before = now;
            happen(new Event(event));
            for (JsonNode expect : json.path("expect")) {
                if (expect.path("after").asInt() == event.path("seq").asInt()) {
                    check(events.isEmpty() ? null : event, expect);
                }
            }
        }
    }

    private void allocate() {
        JsonNode event = json.path("events");
        List<BigDecimal> bases = stream(event.path("basis")).map(basis -> new BigDecimal(basis.asText())).toList();
        List<Money> parts = Allocation.split(money(decimal(event, "charge")), bases);
        for (JsonNode expect : json.path("expect")) {
            assertThat(parts).extracting(Money::decimal).usingElementComparator(BigDecimal::compareTo)
                    .containsExactlyElementsOf(stream(expect.path("allocated")).map(part -> new BigDecimal(part.asText())).toList());
        }
    }

    // Events

    private void happen(Event event) {
        List<Event> kept = List.copyOf(events);
        Event of = byRef.get(event.json.path("of").asText());
        BigDecimal edited = of == null ? null : of.edited;
        boolean cancelled = of != null && of.cancelled;
        events.add(event);
        byRef.put(event.ref(), event);
        if (event.type().equals("edit_qty")) {
            of.edited = decimal(event.json, "qty");
        }
        if (event.type().equals("cancel")) {
            of.cancelled = true;
        }
        try {
            now = worked();
            rejected = false;
        } catch (Unvaluable | ArithmeticException refused) {
            rejected = true;
            events.clear();
            events.addAll(kept);
            if (of != null) {
                of.edited = edited;
                of.cancelled = cancelled;
            }
            now = worked();
        }
    }

    private CostRun worked() {
        CostRun run = new CostRun(currency, pool -> policy());
        unitCostAfter.clear();
        run.trace((step, pool) -> unitCostAfter.put(step.movement(), pool.unitCost()));
        List<Step> steps = new ArrayList<>();
        for (Event event : events) {
            event.steps = event.cancelled ? List.of() : steps(event);
            steps.addAll(event.steps);
        }
        run.run(steps);
        return run;
    }

    private CostPolicy policy() {
        JsonNode policy = json.path("policy");
        String method = json.path("method").asText();
        CostFlow flow = CostFlow.valueOf(method.toUpperCase(Locale.ROOT));
        return new CostPolicy(
                flow,
                AveragePeriod.valueOf(policy.path("average_period").asText("event").toUpperCase(Locale.ROOT)),
                LateCost.valueOf(policy.path("late_cost").asText("replay").toUpperCase(Locale.ROOT)),
                !policy.path("negative").asText().equals("forbid"),
                new BigDecimal(policy.path("initial_unit_cost").asText("0")));
    }

    private List<Step> steps(Event event) {
        JsonNode json = event.json;
        return switch (event.type()) {
            case "receipt" -> json.path("consigned").asBoolean() ? List.of() : List.of(step(event, 0, Basis.STATED, quantity(event), stated(event), null, 0));
            case "issue" -> List.of(step(event, 0, Basis.FLOW, quantity(event).negated(), null, null, 0));
            case "customer_return" -> List.of(step(event, 0, back(event), quantity(event), null, source(event), 0));
            case "supplier_return" -> List.of(step(event, 0, goesBack(event), quantity(event).negated(), null, source(event), 0));
            case "landed_cost" -> List.of(onSource(event, money(decimal(json, "amount"))));
            case "invoice" -> List.of(onSource(event, Money.worth(quantity(of(event)), decimal(json, "unit_cost"), currency).minus(stated(of(event)))));
            case "edit_qty", "cancel" -> List.of();
            case "transfer" -> transfer(event);
            case "count" -> List.of(step(event, 0, Basis.COUNTED, quantity(event), null, null, 0));
            case "set_method" -> onAllPools(event, Basis.SET_TERMS);
            case "set_standard_cost" -> onAllPools(event, Basis.SET_STANDARD);
            case "revalue" -> List.of(step(event, 0, Basis.REVALUE, Quantity.ZERO, money(decimal(json, "amount")), null, 0));
            case "assemble" -> assemble(event);
            default -> throw new AssertionError("event type '" + event.type() + "' is not understood");
        };
    }

    private Basis back(Event event) {
        return event.json.has("of") && !event.json.path("at").asText("original").equals("current") ? Basis.COMES_BACK : Basis.CURRENT;
    }

    private Basis goesBack(Event event) {
        boolean current = event.json.path("at").asText("original").equals("current")
                || !event.json.has("at") && json.path("policy").path("supplier_return").asText().startsWith("current");
        return !event.json.has("of") ? Basis.FLOW : current ? Basis.GOES_BACK_AT_FLOW : Basis.GOES_BACK;
    }

    private Event of(Event event) {
        Event of = byRef.get(event.json.path("of").asText());
        assertThat(of).as("the event that %s names", event.json).isNotNull();
        return of;
    }

    private Long source(Event event) {
        return event.json.has("of") ? movement(of(event), 0) : null;
    }

    private Quantity quantity(Event event) {
        return Quantity.of(event.edited != null ? event.edited : decimal(event.json, "qty"));
    }

    private Money stated(Event event) {
        Quantity first = Quantity.of(decimal(event.json, "qty"));
        return event.json.has("unit_cost")
                ? Money.worth(quantity(event), decimal(event.json, "unit_cost"), currency)
                : Money.rounded(decimal(event.json, "total_cost").multiply(quantity(event).decimal())
                        .divide(first.decimal(), 12, RoundingMode.HALF_UP), currency);
    }

    private Step onSource(Event event, Money amount) {
        Event of = of(event);
        JsonNode place = of.json;
        return step(event, 0, Basis.CHARGE, Quantity.ZERO, amount, movement(of, 0), 0, place.path("item").asText(), place.path("wh").asText(), place.path("lot").asText());
    }

    private List<Step> transfer(Event event) {
        String item = event.json.path("item").asText();
        String lot = event.json.path("lot").asText();
        String from = event.json.path("from").asText();
        String to = event.json.path("to").asText();
        boolean inside = pool(item, from, lot) == pool(item, to, lot);
        long pair = inside ? 0 : movement(event, 0);
        return List.of(
                step(event, 0, inside ? Basis.SHIFT : Basis.LEAVES_FOR, quantity(event).negated(), null, null, pair, item, from, lot),
                step(event, 1, inside ? Basis.SHIFT : Basis.ARRIVES, quantity(event), null, null, pair, item, to, lot));
    }

    private List<Step> assemble(Event event) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode part : event.json.path("consume")) {
            steps.add(step(event, steps.size() + 1, Basis.LEAVES_FOR, Quantity.of(decimal(part, "qty")).negated(), null, null,
                    movement(event, 0), part.path("item").asText(), part.path("wh").asText(), part.path("lot").asText()));
        }
        JsonNode made = event.json.path("produce");
        Money extra = money(event.json.has("extra_cost") ? decimal(event.json, "extra_cost") : BigDecimal.ZERO);
        steps.add(step(event, 0, Basis.MADE, Quantity.of(decimal(made, "qty")), extra, null, movement(event, 0),
                made.path("item").asText(), made.path("wh").asText(), made.path("lot").asText()));
        return steps;
    }

    /** What is said of an item holds for each of its pools that had something before. */
    private List<Step> onAllPools(Event event, Basis basis) {
        Map<Long, Step> pools = new LinkedHashMap<>();
        for (Event earlier : events.subList(0, events.indexOf(event))) {
            earlier.steps.stream().filter(step -> step.quantity() != null).forEach(step -> pools.putIfAbsent(step.pool(), step));
        }
        if (pools.isEmpty()) {
            return List.of(step(event, 0, basis, Quantity.ZERO, null, null, 0));
        }
        List<Step> steps = new ArrayList<>();
        pools.forEach((pool, any) -> steps.add(new Step(movement(event, steps.size()), pool, any.place(), day(event.json), movement(event, steps.size()),
                basis, Quantity.ZERO, null, unitCost(event), null, 0, turn(event))));
        return steps;
    }

    private Step step(Event event, int part, Basis basis, Quantity quantity, Money stated, Long source, long pair) {
        JsonNode place = event.json;
        return step(event, part, basis, quantity, stated, source, pair, place.path("item").asText(), place.path("wh").asText(), place.path("lot").asText());
    }

    private Step step(Event event, int part, Basis basis, Quantity quantity, Money stated, Long source, long pair, String item, String wh, String lot) {
        long movement = movement(event, part);
        return new Step(movement, pool(item, wh, lot), number("place " + item + "/" + wh + "/" + lot), day(event.json), movement, basis, quantity,
                stated, unitCost(event), source, pair, turn(event));
    }

    private BigDecimal unitCost(Event event) {
        return event.json.has("unit_cost") ? decimal(event.json, "unit_cost") : null;
    }

    private Turn turn(Event event) {
        String method = event.json.path("method").asText("average");
        CostTerms now = policy().terms();
        return new Turn(now, new CostTerms(CostFlow.valueOf(method.toUpperCase(Locale.ROOT)), now.period()));
    }

    private long pool(String item, String wh, String lot) {
        boolean byPlace = json.path("policy").path("costing_scope").asText().equals("item_warehouse");
        boolean byLot = json.path("method").asText().equals("specific");
        return number("pool " + item + "/" + (byPlace ? wh : "") + "/" + (byLot ? lot : ""));
    }

    private long movement(Event event, int part) {
        return event.json.path("seq").asLong() * 100 + part;
    }

    private long number(String name) {
        return numbers.computeIfAbsent(name, missing -> numbers.size() + 1L);
    }

    // Comparing

    private void check(JsonNode event, JsonNode expect) {
        BigDecimal tolerance = expect.has("tol") ? decimal(expect, "tol") : new BigDecimal("0.005");
        assertThat(rejected).as("rejected after " + event).isEqualTo(expect.path("rejected").asBoolean());
        if (expect.has("qty")) {
            close(quantityOf(expect), decimal(expect, "qty"), BigDecimal.ZERO, "quantity", expect);
        }
        if (expect.has("value")) {
            close(valueOf(now, expect), decimal(expect, "value"), tolerance, "value", expect);
        }
        if (expect.has("unit_cost")) {
            close(unitCostOf(expect), decimal(expect, "unit_cost"), tolerance, "unit cost", expect);
        }
        if (expect.has("cost")) {
            close(costOf(event.path("ref").asText()), decimal(expect, "cost"), tolerance, "cost", expect);
        }
        expect.path("restated").properties().forEach(field ->
                close(costOf(field.getKey()), new BigDecimal(field.getValue().asText()), tolerance, "cost of " + field.getKey(), expect));
        expect.path("unit_cost_after").properties().forEach(field ->
                close(unitCostAfter.get(movement(byRef.get(field.getKey()), 0)), new BigDecimal(field.getValue().asText()), tolerance, "unit cost after " + field.getKey(), expect));
        expect.path("difference").properties().forEach(field ->
                close(differenceOf(field.getKey()), new BigDecimal(field.getValue().asText()), tolerance, "difference of " + field.getKey(), expect));
        if (expect.has("variance")) {
            close(variance(now), decimal(expect, "variance"), tolerance, "variance", expect);
        }
        if (expect.has("journal")) {
            checkJournal(expect, tolerance);
        }
    }

    private static void close(BigDecimal actual, BigDecimal expected, BigDecimal tolerance, String what, JsonNode expect) {
        assertThat(actual.subtract(expected).abs()).as(what + " is " + actual + ", expected " + expected + " in " + expect)
                .isLessThanOrEqualTo(tolerance);
    }

    private Stream<Step> steps(JsonNode expect) {
        return events.stream().flatMap(event -> event.steps.stream()).filter(step -> counts(step, expect));
    }

    private boolean counts(Step step, JsonNode expect) {
        String place = numbers.entrySet().stream().filter(entry -> entry.getKey().startsWith("place ") && entry.getValue() == step.place())
                .findFirst().orElseThrow().getKey().substring("place ".length());
        String[] parts = place.split("/", -1);
        boolean madeElsewhere = !expect.has("item") && !parts[0].isEmpty() && json.toString().contains("\"assemble\"");
        return !madeElsewhere
                && (!expect.has("item") || parts[0].equals(expect.path("item").asText()))
                && (!expect.has("wh") || parts[1].equals(expect.path("wh").asText()))
                && (!expect.has("lot") || parts[2].equals(expect.path("lot").asText()));
    }

    private LocalDate until(JsonNode expect) {
        return expect.has("as_of") ? day(expect.path("as_of").asInt()) : LocalDate.MAX;
    }

    private BigDecimal quantityOf(JsonNode expect) {
        return steps(expect).filter(step -> !step.date().isAfter(until(expect)))
                .map(step -> now.counted().getOrDefault(step.movement(), step.quantity()).decimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal valueOf(CostRun run, JsonNode expect) {
        return steps(expect)
                .filter(step -> run.worths().containsKey(step.movement()))
                .flatMap(step -> run.worths().get(step.movement()).days().entrySet().stream())
                .filter(day -> !day.getKey().isAfter(until(expect)))
                .map(day -> day.getValue().decimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal unitCostOf(JsonNode expect) {
        BigDecimal quantity = quantityOf(expect);
        return quantity.signum() != 0
                ? valueOf(now, expect).divide(quantity, 9, RoundingMode.HALF_UP)
                : now.pools().get(steps(expect).findFirst().orElseThrow().pool()).unitCost();
    }

    private BigDecimal costOf(String ref) {
        Event event = byRef.get(ref);
        Step named = event.steps.size() > 1 ? event.steps.get(event.steps.size() - 1) : event.steps.get(0);
        return total(now, named.movement()).abs();
    }

    private static BigDecimal total(CostRun run, long movement) {
        return run.worths().containsKey(movement) ? run.worths().get(movement).total().decimal() : BigDecimal.ZERO;
    }

    private BigDecimal differenceOf(String ref) {
        Event event = byRef.get(ref);
        boolean replayed = event.steps.get(0).basis() == Basis.CHARGE && policy().lateCost() == LateCost.REPLAY;
        return replayed ? event.steps.get(0).stated().decimal()
                : event.steps.stream().map(step -> total(now, step.movement())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal variance(CostRun run) {
        return run.owed().entrySet().stream()
                .map(owed -> owed.getValue().decimal().subtract(total(run, owed.getKey())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // The journal: stock, cost of sales and variance each; all that is owed or to be cleared together, as charts differ in it

    private void checkJournal(JsonNode expect, BigDecimal tolerance) {
        Journal wanted = new Journal(net(expect, "Inventory"), net(expect, "COGS"), net(expect, "PriceVariance"));
        List<Journal> said = new ArrayList<>();
        said.add(change());
        events.forEach(event -> said.add(standing(event)));
        assertThat(said).as("journal " + wanted + " in " + expect).anySatisfy(journal -> {
            close(journal.inventory(), wanted.inventory(), tolerance, "inventory", expect);
            close(journal.costOfSales(), wanted.costOfSales(), tolerance, "cost of sales", expect);
            close(journal.variance(), wanted.variance(), tolerance, "variance", expect);
        });
        BigDecimal sum = stream(expect.path("journal")).map(line -> decimal(line, "dr").subtract(decimal(line, "cr")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).as("the case's own journal").isZero();
    }

    private static BigDecimal net(JsonNode expect, String account) {
        return stream(expect.path("journal")).filter(line -> line.path("account").asText().equals(account))
                .map(line -> decimal(line, "dr").subtract(decimal(line, "cr"))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the last event changed. */
    private Journal change() {
        BigDecimal stock = BigDecimal.ZERO;
        BigDecimal sales = BigDecimal.ZERO;
        for (Event event : events) {
            for (Step step : event.steps) {
                BigDecimal difference = total(now, step.movement()).subtract(total(before, step.movement()));
                stock = stock.add(difference);
                sales = event.type().equals("issue") ? sales.subtract(difference) : sales;
            }
        }
        return new Journal(stock, sales, variance(now).subtract(variance(before)));
    }

    /** What an earlier event stands for now. */
    private Journal standing(Event event) {
        BigDecimal stock = event.steps.stream().map(step -> total(now, step.movement())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal variance = event.steps.stream().filter(step -> now.owed().containsKey(step.movement()))
                .map(step -> now.owed().get(step.movement()).decimal().subtract(total(now, step.movement())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Journal(stock, event.type().equals("issue") ? stock.negate() : BigDecimal.ZERO, variance);
    }

    // Reading

    private boolean isMonthAndDay() {
        return json.path("policy").path("average_period").asText().equals("month")
                && stream(json.path("events")).map(event -> event.path("date").asInt())
                        .allMatch(date -> date / 100 >= 1 && date / 100 <= 12 && date % 100 >= 1 && date % 100 <= 31);
    }

    private LocalDate day(JsonNode event) {
        return event.path("date").isTextual() && event.path("date").asText().contains("-")
                        && event.path("date").asText().length() == 10
                ? LocalDate.parse(event.path("date").asText())
                : day(event.path("date").asInt());
    }

    private LocalDate day(int number) {
        return monthAndDay ? LocalDate.of(2026, number / 100, number % 100) : LocalDate.of(2026, 1, 1).plusDays(number);
    }

    private Money money(BigDecimal amount) {
        return Money.rounded(amount, currency);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
