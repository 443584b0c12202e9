package entrepot.web.page;

import entrepot.platform.retry.Retry;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.server.BasketDesk;
import entrepot.trading.basket.server.BasketRefused;
import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketView;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.BasketBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Would many instruments together have done better than all of them held alike? */
@Named
@RequestScoped
public class BasketPage {

    private static final int LIMIT = 50;

    @Inject
    private BasketReport report;

    @Inject
    private BasketDesk desk;

    @Inject
    private BacktestReport backtests;

    @Inject
    private Retry retry;

    @Inject
    private JobPage job;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private BasketForm form;

    private String id;
    private String after;
    private BasketView shown;
    private Part<BasketView> recent;
    private List<BacktestReport.Series> series;

    public void open() {
        if (Asked.text(id) == null) {
            return;
        }
        UUID asked = Asked.id(id);
        shown = asked == null ? null : report.find(asked).orElse(null);
        Missing.unless(shown != null);
        if (shown != null) {
            if (job.follow(shown.job().id()) && shown.result() == null) {
                shown = report.find(asked).orElseThrow();
            }
        }
    }

    // What the button does

    public String ask() {
        try {
            UUID key = sent.key();
            BasketExperiment asked = new BasketBody(sent.texts("instrument"), sent.text("from"), sent.text("to"), sent.text("strategy"), form.rule(), form.plan(),
                    sent.plain("cash"), sent.share("fee"), sent.plain("order"), sent.share("slippage")).read();
            retry.run(() -> desk.ask(key, asked));
            return "portfoliobacktest.xhtml?faces-redirect=true&id=" + key;
        } catch (ApiProblem wrong) {
            wrong.errors().forEach(fault -> notes.bad(told(fault)));
        } catch (BasketRefused refused) {
            notes.bad(refused.getMessage());
        }
        return null;
    }

    private static String told(ApiProblem.FieldError fault) {
        String field = fault.pointer().substring(1);
        return field + " " + InPercent.told(field, fault);
    }

    // What stands in the form: what was sent, else what the backtest shown was asked with, else the usual

    public boolean chosen(String symbol) {
        if (sent.text("strategy") != null) {
            return sent.texts("instrument").contains(symbol);
        }
        return shown != null && shown.experiment().symbols().contains(symbol);
    }

    public String getStrategy() {
        return given("strategy", asked -> asked.rule().kind().name(), "HOLD");
    }

    public String getFrom() {
        return given("from", asked -> asked.fromDay() == null ? "" : asked.fromDay().toString(), "");
    }

    public String getTo() {
        return given("to", asked -> asked.toDay() == null ? "" : asked.toDay().toString(), "");
    }

    public String getCash() {
        return given("cash", asked -> BacktestPage.number(asked.startCash()), "100000");
    }

    public String getFee() {
        return given("fee", asked -> BacktestPage.number(asked.feeRate() * 100), BacktestPage.number(0.1));
    }

    public String getOrder() {
        return given("order", asked -> BacktestPage.number(asked.perOrder()), "0");
    }

    public String getSlippage() {
        return given("slippage", asked -> BacktestPage.number(asked.slippage() * 100), BacktestPage.number(0.05));
    }

    private String given(String field, Function<BasketExperiment, String> asked, String usual) {
        if (sent.text(field) != null) {
            return sent.text(field);
        }
        return shown == null ? usual : asked.apply(shown.experiment());
    }

    // What is shown

    public List<BacktestReport.Series> getSeries() {
        if (series == null) {
            series = backtests.series();
        }
        return series;
    }

    /** The one that was asked for, or null. */
    public BasketView getShown() {
        return shown;
    }

    public Part<BasketView> getRecent() {
        if (recent == null) {
            recent = Part.of(report.list(null, Asked.key(after, Long.MAX_VALUE), LIMIT + 1), LIMIT, BasketView::number);
        }
        return recent;
    }

    public String getKey() {
        return UUID.randomUUID().toString();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
