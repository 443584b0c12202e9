package entrepot.web.page;

import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.server.BacktestEvidence;
import entrepot.trading.backtest.server.Judged;
import entrepot.trading.evidence.Evidence;
import entrepot.web.language.Figures;
import entrepot.web.language.Language;
import entrepot.web.tearsheet.EvidenceSentences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Says in words how far a backtest can be believed. */
@Named("evidence")
@ApplicationScoped
public class EvidenceWords {

    @Inject
    private Show show;

    @Inject
    private Statistic statistic;

    /** A figure with what went into it. @param key of its title, and with {@code .how} and {@code .source} of its formula */
    public record Line(String key, String value, String inputs) {}

    public String verdict(Judged view) {
        return sentences().verdict(view);
    }

    public List<String> doubts(Judged view) {
        return sentences().doubts(view);
    }

    private static EvidenceSentences sentences() {
        return new EvidenceSentences(Language.here());
    }

    public List<Line> lines(Judged view) {
        BacktestEvidence evidence = view.evidence();
        Evidence found = evidence.found();
        Scrutiny scrutiny = evidence.scrutiny();
        return List.of(
                new Line("trials", say("trials.value", count(found), number(found.trials().effective())),
                        say("trials.inputs", count(found), number(found.trials().correlation()), view.triedOn())),
                new Line("probabilistic", statistic.share(found.probabilistic()), returns(found)),
                new Line("luck", number(found.luck() * year(view)),
                        say("luck.inputs", number(found.trials().effective()), number(found.trials().variance()), number(year(view)))),
                new Line("deflated", statistic.share(found.deflated()),
                        say("deflated.inputs", number(found.luck())) + " " + returns(found)),
                new Line("record", say("record.value", bars(found.minimumTrackRecord()), show.count((long) found.returns().count())),
                        returns(found)),
                new Line("costs", again(scrutiny.costsDoubled()), asked(view)),
                new Line("late", again(scrutiny.oneBarLate()), asked(view)),
                new Line("permutation", statistic.share(scrutiny.permutation().pValue()),
                        say("permutation.inputs", show.count(scrutiny.permutation().orders()), Long.toString(scrutiny.permutation().seed()),
                                number(scrutiny.permutation().statistic()), number(scrutiny.permutation().nullMean()))));
    }

    private String returns(Evidence found) {
        return say("returns", number(found.returns().sharpe()), show.count((long) found.returns().count()),
                number(found.returns().skew()), number(found.returns().kurtosis()));
    }

    private String again(Scrutiny.Again again) {
        return say("again", statistic.share(again.totalReturn()), number(again.sharpe()));
    }

    private String asked(Judged view) {
        return say("asked", statistic.share(view.performance().totalReturn()), number(view.performance().sharpe()));
    }

    private static double year(Judged view) {
        return EvidenceSentences.year(view);
    }

    private String count(Evidence found) {
        return show.count(found.trials().count());
    }

    private static String bars(double needed) {
        return sentences().bars(needed);
    }

    private static String number(double value) {
        return Figures.here().rounded(value);
    }

    private static String say(String key, Object... values) {
        return Language.here().text("evidence." + key, values);
    }
}
