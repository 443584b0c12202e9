package entrepot.trading.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.trading.Shared;
import entrepot.trading.execution.OrderBook.Level;
import entrepot.trading.execution.OrderBook.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What exchange-core 0.5.3 answered, command by command: small cases and a flow of 20,500. */
class MatchingVectorsTest {

    private static final String FILE = "matching.json";
    private static final Map<Result, String> NAMES = Map.of(Result.DONE, "SUCCESS", Result.UNKNOWN_ORDER, "MATCHING_UNKNOWN_ORDER_ID",
            Result.WRONG_SIZE, "MATCHING_REDUCE_FAILED_WRONG_SIZE");

    private final Told told = new Told();
    private final OrderBook book = new OrderBook(told);

    @TestFactory
    List<DynamicTest> everyCase() {
        return Shared.cases(FILE).stream()
                .map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> new MatchingVectorsTest().check(one)))
                .toList();
    }

    private void check(JsonNode given) throws IOException {
        JsonNode base = new ObjectMapper().readTree(Shared.vectors().resolve(FILE).toFile()).path(given.at("/inputs/base_book").asText());
        base.forEach(command -> Command.of(command).on(book));
        told.take();
        JsonNode steps = given.at("/expected/steps");
        int number = 0;
        for (JsonNode command : given.at("/inputs/commands")) {
            JsonNode step = steps.get(number++);
            assertThat(NAMES.get(Command.of(command).on(book))).as(command.toString()).isEqualTo(step.path("result").asText());
            assertThat(inFront(told.take())).as(command.toString()).isEqualTo(events(step, command.path("id").asLong()));
        }
        assertThat(number).as("every step is checked").isEqualTo(steps.size());
        JsonNode after = given.at("/expected/l2_after_[price,volume,orders]");
        assertThat(levels(BookSide.ASK)).isEqualTo(levels(after.path("asks")));
        assertThat(levels(BookSide.BID)).isEqualTo(levels(after.path("bids")));
    }

    @Test
    void theWholeFlow() throws IOException {
        List<String> trades = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Shared.market("matching/exchange-core-flow-20500.csv"))) {
            lines.skip(1).forEach(line -> {
                Command.of(line).on(book);
                told.take().stream().filter(event -> event.kind().equals("TRADE")).forEach(event -> trades.add(
                        line.substring(0, line.indexOf(',')) + "," + event.taker() + "," + event.maker() + "," + event.price() + "," + event.size()));
            });
        }
        List<String> expected = Files.readAllLines(Shared.market("matching/exchange-core-flow-20500-trades.csv"));
        assertThat(trades).isEqualTo(expected.subList(1, expected.size()));
        JsonNode summary = new ObjectMapper().readTree(Shared.market("matching/exchange-core-flow-20500-summary.json").toFile());
        for (BookSide side : BookSide.values()) {
            JsonNode top = summary.at("/l2_top25/" + (side == BookSide.ASK ? "asks" : "bids"));
            assertThat(levels(side).subList(0, top.size())).isEqualTo(levels(top));
            assertThat(IntStream.range(0, book.levels(side)).map(depth -> book.level(side, depth).orders()).sum())
                    .isEqualTo(summary.path(side == BookSide.ASK ? "resting_asks" : "resting_bids").asInt());
        }
    }

    /** There what is rejected stands before the trades of the same command; here it is told after them. */
    private static List<Told.Event> inFront(List<Told.Event> events) {
        return Stream.concat(events.stream().filter(event -> event.kind().equals("REJECT")),
                events.stream().filter(event -> !event.kind().equals("REJECT"))).toList();
    }

    private static List<Told.Event> events(JsonNode step, long taker) {
        return StreamSupport.stream(step.path("events").spliterator(), false).map(event -> new Told.Event(event.path("type").asText(), taker,
                event.path("maker_order").asLong(), event.path("price").asLong(), event.path("size").asLong(),
                event.path("maker_completed").asBoolean(), event.path("taker_completed").asBoolean())).toList();
    }

    private List<Level> levels(BookSide side) {
        return IntStream.range(0, book.levels(side)).mapToObj(depth -> book.level(side, depth)).toList();
    }

    private static List<Level> levels(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Level(row.get(0).asLong(), row.get(1).asLong(), row.get(2).asInt())).toList();
    }
}
