package entrepot.web.api;

import entrepot.platform.job.Job;
import entrepot.trading.screen.Answer;
import entrepot.trading.screen.Forward;
import entrepot.trading.screen.SavedScreen;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.Summary;
import entrepot.trading.screen.server.ScreenFigures;
import entrepot.trading.screen.server.ScreenReport;
import entrepot.trading.screen.server.ScreenView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Screens and what came of them, as clients see them. Figures are decimals in strings; one that the bars cannot say is absent. */
final class ScreenAnswer {

    private ScreenAnswer() {}

    record Saved(String name, int version, String condition, String parameters, String rankedBy, Screen.Order order, int most,
            List<Screen.Column> columns, String kind, List<String> symbols, int staleDays, boolean adjusted, boolean nightly, String note,
            LocalDateTime savedAt, String savedBy) {
        static Saved of(SavedScreen saved) {
            Screen screen = saved.screen();
            return new Saved(saved.name(), saved.version(), screen.condition(), screen.variables().words(), screen.rankedBy(), screen.order(),
                    screen.most(), screen.columns(), screen.universe().kind() == null ? null : screen.universe().kind().name(),
                    screen.universe().symbols(), screen.staleDays(), screen.adjusted(), saved.nightly(), saved.note(), saved.savedAt(), saved.savedBy());
        }
    }

    /** @param result absent until the job is through */
    record Run(UUID id, String name, int version, LocalDate day, boolean nightly, Job.Status status, int percent, String failure,
            LocalDateTime createdAt, String createdBy, Result result, Map<String, String> links) {
        static Run of(ScreenView view) {
            return of(view, null);
        }

        /** @param changes null where they are not looked at, or there is no run before */
        static Run of(ScreenView view, ScreenReport.Changes changes) {
            String self = "/api/v1/screens/" + view.run().name().replace(" ", "%20") + "/runs/" + view.run().id();
            return new Run(view.run().id(), view.run().name(), view.run().version(), view.run().day(), view.run().nightly(), view.job().status(),
                    view.job().percent(), view.job().failure(), view.run().createdAt(), view.run().createdBy(),
                    view.result() == null ? null : Result.of(view.result(), changes),
                    Map.of("self", self, "job", "/api/v1/jobs/" + view.job().id(), "rows", self + "/rows", "csv", self + "/rows.csv"));
        }
    }

    /**
     * @param day        as of which it was asked
     * @param barsNeeded by condition and rank
     * @param baseRate   share of the bars of the year up to the day, of all instruments, at which the condition was true
     * @param forward    what came after it was true, in all of history up to the day, beside what came after any bar
     */
    record Result(LocalDate day, int asked, int passed, int picked, int failed, int notJudged, int barsNeeded, BigDecimal baseRate, long yearTrue,
            long yearJudged, List<Ahead> forward, Since since, String dataHash, String resultHash, LocalDateTime finishedAt) {
        static Result of(ScreenFigures found, ScreenReport.Changes changes) {
            Summary summary = found.summary();
            return new Result(found.day(), summary.asked(), summary.passed(), summary.picked(), summary.failed(), summary.notJudged(), summary.needed(),
                    BacktestAnswer.decimal(summary.baseRate()), summary.yearTrue(), summary.yearJudged(), summary.forwards().stream().map(Ahead::of).toList(),
                    changes == null ? null : Since.of(changes), found.dataHash(), found.resultHash(), found.finishedAt());
        }
    }

    /** @param standardError of the mean; @param rose share of them above zero */
    record Sample(long count, int days, BigDecimal mean, BigDecimal standardError, BigDecimal rose) {
        static Sample of(Forward.Sample found) {
            return new Sample(found.count(), found.days(), BacktestAnswer.decimal(found.mean()), BacktestAnswer.decimal(found.error()),
                    BacktestAnswer.decimal(found.rose()));
        }
    }

    record Ahead(int bars, Sample condition, Sample all, BigDecimal difference, BigDecimal standardError) {
        static Ahead of(Forward found) {
            return new Ahead(found.bars(), Sample.of(found.condition()), Sample.of(found.all()), BacktestAnswer.decimal(found.difference()),
                    BacktestAnswer.decimal(found.error()));
        }
    }

    /** Picked now alone, and picked then alone. */
    record Since(UUID run, LocalDate day, int version, List<String> came, List<String> left) {
        static Since of(ScreenReport.Changes changes) {
            return new Since(changes.before().run().id(), changes.before().result().day(), changes.before().run().version(),
                    changes.came().stream().map(Answer::symbol).toList(), changes.left().stream().map(Answer::symbol).toList());
        }
    }

    /** @param rank of one that passed; @param bars up to the day; @param needed by condition and rank */
    record Row(int number, String symbol, Answer.Outcome outcome, Answer.Reason reason, Integer rank, BigDecimal rankedBy, Map<String, BigDecimal> columns,
            int bars, int needed, LocalDate lastDay, int yearTrue, int yearJudged, String dataHash) {
        static Row of(ScreenView view, Answer answer) {
            Map<String, BigDecimal> columns = new LinkedHashMap<>();
            List<Screen.Column> asked = view.saved().screen().columns();
            for (int at = 0; at < asked.size(); at++) {
                columns.put(asked.get(at).name(), BacktestAnswer.decimal(answer.columns().get(at)));
            }
            return new Row(answer.number(), answer.symbol(), answer.outcome(), answer.reason(),
                    answer.outcome() == Answer.Outcome.PASSED ? answer.number() : null, BacktestAnswer.decimal(answer.ranked()), columns, answer.bars(),
                    view.result().summary().needed(), answer.lastDay(), answer.yearTrue(), answer.yearJudged(), answer.dataHash());
        }
    }
}
