package entrepot.trading.screen;

import entrepot.trading.backtest.ResultHash;
import entrepot.trading.expression.Program;
import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bars;
import entrepot.trading.market.CorporateAction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A screen while it is asked as of a day: hears one instrument after the other, and keeps of each its answer alone. */
public final class Screening {

    private final Screen screen;
    private final LocalDate day;
    private final Program program;
    private final int needed;
    private final List<Answer> answers = new ArrayList<>();
    private final Afterwards afterwards = new Afterwards();

    public Screening(Screen screen, LocalDate day) {
        this.screen = screen;
        this.day = day;
        this.program = screen.program();
        this.needed = screen.barsNeeded();
    }

    /** @param raw all bars of the instrument, or those up to the day: later ones change nothing; @param actions likewise */
    public void ask(String symbol, Bars raw, List<CorporateAction> actions) {
        add(symbol, Reading.of(screen, program, day, raw, actions));
    }

    /** What was read by the same screen as of the same day. */
    public void add(String symbol, Reading reading) {
        answers.add(answer(symbol, reading));
        afterwards.add(reading.comparable(), reading.values()[Reading.CONDITION], needed - 1);
    }

    private Answer answer(String symbol, Reading reading) {
        Answer.Reason reason = reason(reading);
        boolean passed = reason == null && reading.last(Reading.CONDITION) == 1;
        Answer.Outcome outcome = reason != null ? Answer.Outcome.NOT_JUDGED : passed ? Answer.Outcome.PASSED : Answer.Outcome.FAILED;
        boolean none = reading.bars().size() == 0;
        List<Double> columns = Arrays.stream(reading.values()).skip(2).map(column -> none ? Double.NaN : column[column.length - 1]).toList();
        int[] year = year(reading);
        return new Answer(0, symbol, outcome, reason, none ? Double.NaN : reading.last(Reading.RANK) + 0.0, columns, reading.bars().size(), reading.lastDay(),
                year[0], year[1], reading.dataHash());
    }

    /** Null where it can be judged. */
    private Answer.Reason reason(Reading reading) {
        if (reading.bars().size() == 0) {
            return Answer.Reason.NO_BARS;
        }
        if (reading.bars().size() < needed) {
            return Answer.Reason.TOO_FEW_BARS;
        }
        if (reading.lastDay().isBefore(day.minusDays(screen.staleDays()))) {
            return Answer.Reason.STALE;
        }
        double condition = reading.last(Reading.CONDITION);
        if (!Double.isFinite(condition)) {
            return Answer.Reason.CONDITION_UNDEFINED;
        }
        return condition == 1 && !Double.isFinite(reading.last(Reading.RANK)) ? Answer.Reason.RANK_UNDEFINED : null;
    }

    /** Bars of the year up to the day: where the condition was true, and where it was defined. */
    private int[] year(Reading reading) {
        int[] found = new int[2];
        LocalDate before = day.minusYears(1);
        double[] condition = reading.values()[Reading.CONDITION];
        for (int at = condition.length - 1; at >= needed - 1 && Adjustment.dayOf(reading.bars().time(at)).isAfter(before); at--) {
            found[0] += condition[at] == 1 ? 1 : 0;
            found[1] += Double.isNaN(condition[at]) ? 0 : 1;
        }
        return found;
    }

    /** Those that passed by their rank, then all others by symbol. */
    public Screened found() {
        Comparator<Answer> byRank = Comparator.comparingDouble(Answer::ranked);
        Comparator<Answer> bySymbol = Comparator.comparing(Answer::symbol);
        List<Answer> ordered = new ArrayList<>();
        Stream.concat(of(Answer.Outcome.PASSED).sorted((screen.order() == Screen.Order.HIGHEST ? byRank.reversed() : byRank).thenComparing(bySymbol)),
                answers.stream().filter(answer -> answer.outcome() != Answer.Outcome.PASSED).sorted(bySymbol))
                .forEach(answer -> ordered.add(answer.numbered(ordered.size() + 1)));
        int passed = (int) of(Answer.Outcome.PASSED).count();
        Summary summary = new Summary(answers.size(), passed, Math.min(screen.most(), passed), (int) of(Answer.Outcome.FAILED).count(),
                (int) of(Answer.Outcome.NOT_JUDGED).count(), needed, answers.stream().mapToLong(Answer::yearTrue).sum(),
                answers.stream().mapToLong(Answer::yearJudged).sum(), afterwards.found());
        String data = dataHash();
        return new Screened(day, ordered, summary, data, resultHash(ordered, summary, data));
    }

    private Stream<Answer> of(Answer.Outcome outcome) {
        return answers.stream().filter(answer -> answer.outcome() == outcome);
    }

    private String dataHash() {
        ResultHash hash = new ResultHash();
        answers.stream().sorted(Comparator.comparing(Answer::symbol)).forEach(answer -> hash.add(answer.symbol()).add(answer.dataHash()));
        return hash.hex();
    }

    private String resultHash(List<Answer> ordered, Summary summary, String data) {
        ResultHash hash = new ResultHash().add(screen.words()).add(day.toEpochDay()).add(data);
        for (Answer answer : ordered) {
            hash.add(answer.symbol()).add(answer.outcome().name()).add(String.valueOf(answer.reason())).add(answer.ranked());
            answer.columns().forEach(hash::add);
        }
        return hash.add(summary.toString()).hex();
    }
}
