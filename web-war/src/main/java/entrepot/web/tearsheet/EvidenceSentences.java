package entrepot.web.tearsheet;

import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.server.Judged;
import entrepot.trading.evidence.Doubt;
import entrepot.trading.evidence.Evidence;
import entrepot.web.language.Figures;
import entrepot.web.language.Language;
import java.util.List;

/** The verdict on a backtest in sentences, and why the sample does not carry the claim. */
public record EvidenceSentences(Language language) {

    public String verdict(Judged view) {
        Evidence found = view.evidence().found();
        Figures figures = new Figures(language);
        return language.text("evidence.verdict." + found.verdict(), found.trials().count(), figures.rounded(found.trials().effective()),
                figures.rounded(found.luck() * year(view)), figures.rounded(view.performance().sharpe()), figures.share(found.deflated()));
    }

    public List<String> doubts(Judged view) {
        return view.evidence().found().doubts().stream().map(doubt -> doubt(view, doubt)).toList();
    }

    private String doubt(Judged view, Doubt doubt) {
        Evidence found = view.evidence().found();
        Scrutiny scrutiny = view.evidence().scrutiny();
        Figures figures = new Figures(language);
        return language.text("evidence.doubt." + doubt, figures.count(found.returns().count()), bars(found.minimumTrackRecord()), figures.share(found.deflated()),
                view.performance().closedTrades(), figures.share(scrutiny.costsDoubled().totalReturn()), figures.share(scrutiny.oneBarLate().totalReturn()),
                figures.share(scrutiny.permutation().pValue()));
    }

    /** How many it takes, in words where no number of them is enough. */
    public String bars(double needed) {
        return Double.isFinite(needed) ? new Figures(language).count((long) Math.ceil(needed)) : language.text("evidence.never");
    }

    /** What brings a Sharpe ratio of one bar to a year. */
    public static double year(Judged view) {
        return Math.sqrt(view.performance().barsPerYear());
    }
}
