package entrepot.web.tearsheet;

import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.server.Judged;
import entrepot.web.language.Figures;
import entrepot.web.language.Language;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What came of a backtest beside its benchmark, as rows. A Sharpe ratio is there only with the evidence for it. */
public final class FigureRows {

    private final Language language;
    private final Figures figures;
    private final Currency currency;
    private final Performance one;
    private final Performance other;
    private final List<Row> rows = new ArrayList<>();

    /** @param label in the language of whoever reads it */
    public record Row(String label, String one, String other) {}

    private FigureRows(Language language, Currency currency, Performance one, Performance other) {
        this.language = language;
        this.figures = new Figures(language);
        this.currency = currency;
        this.one = one;
        this.other = other;
    }

    /** @param end worth at the end; {@code holdEnd} the same of the benchmark */
    public static List<Row> of(Language language, Judged judged, Performance hold, double end, double holdEnd, String currency) {
        return new FigureRows(language, Currency.getInstance(currency), judged.performance(), hold).all(judged, end, holdEnd);
    }

    private List<Row> all(Judged judged, double end, double holdEnd) {
        row(word("backtest.endValue") + ", " + currency, amount(end), amount(holdEnd));
        share("totalReturn", Performance::totalReturn);
        share("annualReturn", Performance::annualReturn);
        share("volatility", Performance::volatility);
        if (judged.evidence() != null) {
            row(word("backtest.sharpe"), figures.ratio(one.sharpe()), figures.ratio(other.sharpe()));
            row(word("evidence.probabilistic"), figures.share(judged.evidence().found().probabilistic()), figures.share(judged.evidence().holdProbabilistic()));
            row(word("evidence.deflated"), figures.share(judged.evidence().found().deflated()), "–");
        }
        share("maxDrawdown", Performance::maxDrawdown);
        share("realisedDrawdown", Performance::realisedDrawdown);
        share("exposure", Performance::exposure);
        row(word("backtest.trades"), figures.count(one.closedTrades()), figures.count(other.closedTrades()));
        share("winners", Performance::winners);
        row(word("backtest.quality"), figures.ratio(one.quality()), figures.ratio(other.quality()));
        row(word("backtest.fees") + ", " + currency, amount(one.fees()), amount(other.fees()));
        return rows;
    }

    private void share(String name, ToDoubleFunction<Performance> figure) {
        row(word("backtest." + name), figures.share(figure.applyAsDouble(one)), figures.share(figure.applyAsDouble(other)));
    }

    private void row(String label, String first, String second) {
        rows.add(new Row(label, first, second));
    }

    private String amount(double value) {
        return figures.amount(value, currency);
    }

    private String word(String key) {
        return language.words().getString(key);
    }
}
