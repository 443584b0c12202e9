package entrepot.web.page;

import entrepot.platform.gauge.Gauges;
import entrepot.platform.gauge.QueueDepths.Depth;
import entrepot.platform.gauge.Sample;
import entrepot.platform.inbox.DecisionLag.Lag;
import entrepot.platform.node.NodeReport;
import entrepot.platform.node.NodeReport.Seen;
import entrepot.platform.outbox.Outbox;
import entrepot.web.language.Language;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How fast does it post, and does the rest keep up? */
@Named
@RequestScoped
public class OperationsPage {

    private static final int SLOTS = 150;
    private static final int MINUTES = 5;
    private static final int LISTED = 15;

    @EJB
    private Gauges gauges;

    @EJB
    private NodeReport nodeReport;

    @Inject
    private Show show;

    private List<Sample> samples;
    private List<Seen> nodes;

    /** What waits for one queue's decisions, and how long the last ones took. */
    public record Row(String queue, long waiting, long dead, Lag lag) {}

    public List<Seen> getNodes() {
        if (nodes == null) {
            nodes = nodeReport.nodes();
        }
        return nodes;
    }

    /** What it does for all, then its jobs. */
    public String does(Seen node) {
        return Stream.concat(node.does().stream().map(lease -> show.word("lease", lease)), node.jobs().stream()).collect(Collectors.joining(", "));
    }

    public List<Sample> getSamples() {
        if (samples == null) {
            samples = gauges.samples();
        }
        return samples;
    }

    /** Null in the first seconds of a server. */
    public Sample getNow() {
        return getSamples().isEmpty() ? null : getSamples().get(getSamples().size() - 1);
    }

    public List<Row> getRows() {
        Sample now = getNow();
        return now.queues().stream().map(depth -> new Row(depth.queue(), depth.waiting(), depth.dead(), lag(now, depth))).toList();
    }

    private static Lag lag(Sample sample, Depth depth) {
        return sample.lags().stream().filter(lag -> lag.consumer().equals(depth.queue())).findFirst().orElse(null);
    }

    public LineChart getRate() {
        return chart(getSamples().stream().map(Sample::aSecond).toList());
    }

    /** Of each queue the median, then the slowest in a hundred. */
    public LineChart getLag() {
        return LineChart.of(Stream.of(Outbox.TOPICS.get(0), Outbox.TOPICS.get(1))
                        .flatMap(queue -> Stream.of(lags(queue, Lag::p50Millis), lags(queue, Lag::p99Millis))).toList(),
                SLOTS, MINUTES, Language.here());
    }

    private List<Double> lags(String queue, ToLongFunction<Lag> figure) {
        return getSamples().stream()
                .map(sample -> sample.lags().stream().filter(lag -> lag.consumer().equals(queue)).mapToLong(figure).findFirst().orElse(0))
                .map(Long::doubleValue)
                .toList();
    }

    private static LineChart chart(List<Double> values) {
        return LineChart.of(List.of(values), SLOTS, MINUTES, Language.here());
    }

    /** The newest first, as a table beside the drawing. */
    public List<Sample> getLatest() {
        return getSamples().stream().sorted((one, other) -> other.at().compareTo(one.at())).limit(LISTED).toList();
    }

    public String rate(Sample sample) {
        return show.units(BigDecimal.valueOf(Math.round(sample.aSecond() * 10), 1));
    }
}
