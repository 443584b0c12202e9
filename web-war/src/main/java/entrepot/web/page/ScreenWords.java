package entrepot.web.page;

import entrepot.trading.screen.Answer;
import entrepot.trading.screen.Forward;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.server.ScreenView;
import entrepot.web.language.Figures;
import entrepot.web.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;

/** What a screen found, in words. */
@Named
@ApplicationScoped
public class ScreenWords {

    private static final int NAMED = 4;

    @Inject
    private Show show;

    @Inject
    private Statistic statistic;

    /** All, those of a kind, or the first of those that are listed and how many these are. */
    public String universe(Screen screen) {
        List<String> symbols = screen.universe().symbols();
        if (symbols != null) {
            return String.join(" ", symbols.subList(0, Math.min(NAMED, symbols.size()))) + (symbols.size() > NAMED ? " … (" + symbols.size() + ")" : "");
        }
        return screen.universe().kind() == null ? show.word("screen.universe", "ALL") : show.word("instrument.kind", screen.universe().kind());
    }

    /** Why an instrument was not judged; empty of one that was. */
    public String reason(ScreenView view, Answer answer) {
        return answer.reason() == null ? "" : Language.here().text("screen.reason." + answer.reason(), answer.bars(), view.result().summary().needed(),
                show.day(answer.lastDay()), view.saved().screen().staleDays());
    }

    /** How often it was true in the year. */
    public String year(Answer answer) {
        return answer.yearJudged() == 0 ? "–" : answer.yearTrue() + " / " + answer.yearJudged();
    }

    /** Of how many it is the best, which a backtest of one of them does not know. */
    public String warning(ScreenView view) {
        return Language.here().text("screen.warning", view.result().summary().picked(), view.result().summary().asked());
    }

    /** How many of those that were judged pass, beside how many do on any day. */
    public String base(ScreenView view) {
        var summary = view.result().summary();
        return Language.here().text("screen.base.sentence", summary.passed(), summary.passed() + summary.failed(),
                statistic.share((double) summary.passed() / (summary.passed() + summary.failed())), summary.yearTrue(), summary.yearJudged(),
                statistic.share(summary.baseRate()));
    }

    /** What a difference of returns says, by its standard error. */
    public String verdict(Forward forward) {
        double errors = Math.abs(forward.difference()) / forward.error();
        return show.word("screen.verdict", !Double.isFinite(errors) ? "NONE" : errors < 2 ? "NOISE" : forward.difference() > 0 ? "MORE" : "LESS");
    }

    /** A return with its standard error, in percent. */
    public String mean(double mean, double error) {
        return percent(mean) + (Double.isFinite(error) ? " ± " + percent(error) : "");
    }

    private String percent(double share) {
        return Double.isFinite(share) ? Figures.here().number("#,##0.00", BigDecimal.valueOf(share).movePointRight(2)) + " %" : "–";
    }
}
