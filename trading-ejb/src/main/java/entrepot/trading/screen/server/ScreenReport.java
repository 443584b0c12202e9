package entrepot.trading.screen.server;

import entrepot.platform.job.JobDesk;
import entrepot.trading.screen.Answer;
import entrepot.trading.screen.Reading;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was asked, and what came of it. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class ScreenReport {

    private static final int GROUP = 1_000;

    @Inject
    private ScreenTable screens;

    @Inject
    private ScreenRunTable table;

    @EJB
    private JobDesk jobs;

    @Inject
    private ScreenReadings readings;

    /**
     * What is picked now and was not, and the other way round.
     *
     * @param before the run it is compared with
     * @param came   picked now alone, by rank
     * @param left   picked then alone, by their rank then, as they are now; one that was not asked any more is as it was
     */
    public record Changes(ScreenView before, List<Answer> came, List<Answer> left) {}

    /** What the expressions say at each bar, by the bars that there are now. @param same whether these are the bars of the run */
    public record Traced(Answer answer, Reading reading, boolean same) {}

    /** Newest first. @param before a number, or {@code Long.MAX_VALUE} */
    public List<ScreenView> list(String name, long before, int limit) {
        return table.list(name, before, limit).stream().map(this::view).toList();
    }

    public Optional<ScreenView> find(UUID id) {
        return table.find(id).map(this::view);
    }

    private ScreenView view(ScreenRun run) {
        return new ScreenView(run, screens.find(run.name(), run.version()).orElseThrow(), jobs.find(run.jobId()).orElseThrow(),
                table.result(run.number()).orElse(null));
    }

    /** In their order. @param outcome null for all; @param after a number, 0 for the first */
    public List<Answer> answers(long run, Answer.Outcome outcome, int after, int limit) {
        return table.answers(run, outcome, after, limit);
    }

    /** All of them, a part at a time. */
    public void each(long run, Consumer<Answer> visitor) {
        List<Answer> part = table.answers(run, null, 0, GROUP);
        for (int done = part.size(); !part.isEmpty(); done += part.size()) {
            part.forEach(visitor);
            part = table.answers(run, null, done, GROUP);
        }
    }

    /** Since the last run of the same screen before, that is not of a later day; empty where there is none. */
    public Optional<Changes> changes(ScreenView view) {
        return table.before(view.run(), view.result().day()).map(this::view).map(before -> {
            Map<String, Answer> now = picked(view);
            Map<String, Answer> then = picked(before);
            List<Answer> came = now.values().stream().filter(answer -> !then.containsKey(answer.symbol())).toList();
            List<Answer> left = new ArrayList<>();
            then.values().stream().filter(answer -> !now.containsKey(answer.symbol()))
                    .forEach(answer -> left.add(table.answer(view.run().number(), answer.symbol()).orElse(answer)));
            return new Changes(before, came, left);
        });
    }

    /** By symbol, in the order of their rank. */
    private Map<String, Answer> picked(ScreenView view) {
        return table.answers(view.run().number(), Answer.Outcome.PASSED, 0, view.result().summary().picked()).stream()
                .collect(Collectors.toMap(Answer::symbol, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** Empty where that instrument was not asked. */
    public Optional<Traced> trace(ScreenView view, String symbol) {
        return table.answer(view.run().number(), symbol).map(answer -> {
            Reading reading = readings.of(view.saved().screen(), view.result().day(), symbol);
            return new Traced(answer, reading, reading.dataHash().equals(answer.dataHash()));
        });
    }
}
