package entrepot.trading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import entrepot.trading.evidence.Expected;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** One case of preparing prices for rules that are learned. */
public final class LearningCase {

    private final JsonNode json;
    private final JsonNode inputs;
    private final Expected expected;

    public LearningCase(JsonNode json, Expected expected) {
        this.json = json;
        this.inputs = json.path("inputs");
        this.expected = expected;
    }

    public void check() {
        String id = json.path("id").asText();
        if (id.startsWith("triple-barrier")) {
            barriers();
        } else if (id.startsWith("purged-kfold")) {
            folds();
        } else if (id.startsWith("cpcv-paths")) {
            CombinatorialSplits found = new CombinatorialSplits(inputs.path("groups").asInt(), inputs.path("test_groups").asInt());
            expected.is("splits", found.splits()).is("paths", found.paths()).complete();
        } else if (id.startsWith("fracdiff-weights")) {
            json.path("expected").properties().forEach(order -> expected.are(order.getKey(),
                    FractionalDifference.weights(Double.parseDouble(order.getKey().substring(2)), order.getValue().size())));
            expected.complete();
        } else if (id.startsWith("fracdiff-ffd")) {
            fixedWidth();
        } else if (id.startsWith("sequential-bootstrap")) {
            sequential();
        } else if (id.startsWith("cusum-filter")) {
            runs();
        } else {
            throw new AssertionError("no case of the kind " + id);
        }
    }

    private void barriers() {
        TripleBarrier barrier = new TripleBarrier(inputs.path("profit_take").asDouble(), inputs.path("stop_loss").asDouble(),
                inputs.path("vertical_bars").asInt());
        double[] close = Shared.numbers(inputs.path("close"));
        assertThat(json.path("expected")).hasSameSizeAs(inputs.path("event_index"));
        for (JsonNode one : json.path("expected")) {
            TripleBarrier.Outcome found = barrier.after(close, one.path("event").asInt());
            assertThat(found.touched()).isEqualTo(one.path("touch_index").asInt());
            assertThat(found.label()).isEqualTo(one.path("label_vertical_zero").asInt());
            assertThat(found.gained()).isCloseTo(one.path("return").asDouble(),
                    within(json.path("tolerance_abs").asDouble()));
        }
    }

    private void folds() {
        List<PurgedFolds.Fold> found = new PurgedFolds(whole(inputs.path("label_end")), inputs.path("embargo_bars").asInt())
                .folds(inputs.path("folds").asInt());
        assertThat(found).hasSameSizeAs(json.path("expected"));
        for (int fold = 0; fold < found.size(); fold++) {
            JsonNode one = json.path("expected").path(fold);
            assertThat(new int[] {found.get(fold).first(), found.get(fold).last()}).containsExactly(whole(one.path("test")));
            assertThat(found.get(fold).train()).containsExactly(whole(one.path("train")));
        }
    }

    private void fixedWidth() {
        double order = inputs.path("d").asDouble();
        double threshold = inputs.path("threshold").asDouble();
        int width = FractionalDifference.weights(order, threshold).length;
        expected.is("width", width).is("first_index", width - 1)
                .are("values", FractionalDifference.fixedWidth(Shared.numbers(inputs.path("x")), order, threshold)).complete();
    }

    private void sequential() {
        SequentialBootstrap bootstrap = new SequentialBootstrap(StreamSupport.stream(inputs.path("indicator_matrix").spliterator(), false)
                .map(Shared::numbers).toArray(double[][]::new));
        bootstrap.draw(inputs.path("first_draw_index").asInt());
        expected.are("average_uniqueness_before_draw", bootstrap.uniqueness())
                .are("second_draw_probability", bootstrap.probabilities());
        JsonNode published = json.path("expected").path("published");
        for (int at = 0; at < published.size(); at++) {
            String[] fraction = published.path(at).asText().split("/");
            assertThat(bootstrap.probabilities()[at]).isCloseTo(Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]),
                    within(json.path("tolerance_abs").asDouble()));
        }
        expected.said("published");
        expected.complete();
    }

    private void runs() {
        List<int[]> found = RunFilter.events(Shared.numbers(inputs.path("returns")), inputs.path("h").asDouble()).stream()
                .map(event -> new int[] {event.at(), event.direction()}).toList();
        List<int[]> wanted = StreamSupport.stream(json.path("expected").path("events").spliterator(), false).map(LearningCase::whole).toList();
        assertThat(found).usingElementComparator(Arrays::compare).containsExactlyElementsOf(wanted);
        expected.said("events");
        expected.complete();
    }

    private static int[] whole(JsonNode array) {
        return Arrays.stream(Shared.numbers(array)).mapToInt(one -> (int) one).toArray();
    }
}
