package entrepot.web.page;

import entrepot.platform.retry.Retry;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.server.BacktestDesk;
import entrepot.trading.backtest.server.BacktestRefused;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.BacktestView;
import entrepot.trading.backtest.server.Filled;
import entrepot.trading.backtest.server.TradeRow;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.BarPlan;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.server.StrategyBook;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.BacktestBody;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Would it have worked, and what would it have cost? */
@Named
@RequestScoped
public class BacktestPage {

    private static final int LIMIT = 50;
    static final int TRADES = 500;
    private static final int MOST_SAVED = 500;
    private static final String IDEAL = "IDEAL";
    private static final String HARD = "HARD";
    private static final String REPLAY = "REPLAY";
    private static final String PARAMETERS = "parameters";
    private static final List<String> RULES = List.of("entry", "exit", "shortEntry", "shortExit", PARAMETERS);

    @Inject
    private BacktestReport report;

    @Inject
    private BacktestDesk desk;

    @Inject
    private StrategyBook book;

    @Inject
    private Retry retry;

    @Inject
    private JobPage job;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private SettingForm settings;

    private String id;
    private String after;
    private BacktestView shown;
    private Part<BacktestView> recent;
    private List<TradeRow> trades;
    private List<BacktestReport.Series> series;
    private List<ApiProblem.FieldError> faults = List.of();

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
            Experiment asked = body().read(book::find);
            retry.run(() -> desk.ask(key, asked));
            return "backtest.xhtml?faces-redirect=true&id=" + key;
        } catch (ApiProblem wrong) {
            faults = wrong.errors();
            faults.stream().filter(fault -> RULES.stream().noneMatch(rule -> fault.pointer().equals("/" + rule)))
                    .forEach(fault -> notes.bad(told(fault)));
            if (faults.stream().anyMatch(fault -> RULES.contains(fault.pointer().substring(1)))) {
                notes.bad(Language.here().words().getString("rule.wrong"));
            }
        } catch (BacktestRefused refused) {
            notes.bad(refused.getMessage());
        }
        return null;
    }

    private static String told(ApiProblem.FieldError fault) {
        String field = fault.pointer().substring(1);
        return field + " " + (field.equals("volatilityTarget") ? InPercent.told(fault) : InPercent.told(field, fault));
    }

    private BacktestBody body() {
        return new BacktestBody(sent.text("symbol"), sent.text("from"), sent.text("to"), !isReplayed() && sent.text("raw") != null, sent.text("strategy"),
                sent.text("mean"), whole("fast"), whole("slow"), sent.text("side"), sent.text("reading"), sent.text("entry"),
                sent.text("exit"), sent.text("shortEntry"), sent.text("shortExit"), sent.text("parameters"), sent.text("saved"), null, sent.plain("cash"), sent.share("fee"),
                sent.plain("order"), isReplayed() ? null : sent.share("slippage"), sent.text("enter"), sent.share("offset"), sent.share("stop"), sent.share("profit"), sent.share("trail"), settings.sent(),
                sent.share("volatility"), sent.plain("kelly"), sent.text("other"),
                isHard() ? settings.execution() : null, isReplayed() ? settings.replay() : null, sent.text("every"), sent.text("zone"), sent.text("of"));
    }

    private Integer whole(String field) {
        String text = sent.text(field);
        return text == null ? null : text.matches("\\d{1,9}") ? Integer.valueOf(text) : Integer.valueOf(-1);
    }

    // What stands in the form: what was sent, else what the backtest shown was asked with, else the usual

    public String getSymbol() {
        return given("symbol", Experiment::symbol, "");
    }

    public String getOther() {
        return given("other", asked -> asked.pair() == null ? "" : asked.pair().other(), "");
    }

    public String getFrom() {
        return given("from", asked -> text(asked.fromDay()), "");
    }

    public String getTo() {
        return given("to", asked -> text(asked.toDay()), "");
    }

    public String getEvery() {
        return given("every", asked -> asked.bars().every().toString(), BarPlan.DAILY.every().toString());
    }

    public String getZone() {
        return given("zone", asked -> asked.bars().zone() == null ? "" : asked.bars().zone().getId(), "");
    }

    public boolean isOfTrades() {
        return given("of", asked -> asked.bars().trades() ? "trades" : "bars", "bars").equals("trades");
    }

    public boolean isRaw() {
        return sent.text("symbol") == null ? shown != null && !shown.experiment().adjusted() : sent.text("raw") != null;
    }

    public String getStrategy() {
        return given("strategy", asked -> BacktestBody.Kind.of(asked).name(), "CROSSOVER");
    }

    public String getMean() {
        return crossing("mean", asked -> asked.mean().name(), Mean.SIMPLE.name());
    }

    public String getFast() {
        return crossing("fast", asked -> Integer.toString(asked.fast()), "40");
    }

    public String getSlow() {
        return crossing("slow", asked -> Integer.toString(asked.slow()), "100");
    }

    public String getSide() {
        return crossing("side", asked -> asked.side().name(), Side.LONG_ONLY.name());
    }

    public String getReading() {
        return crossing("reading", asked -> asked.reading().name(), Reading.LEVEL.name());
    }

    private String crossing(String field, Function<Crossover, String> asked, String usual) {
        return given(field, all -> all.crossover() == null ? usual : asked.apply(all.crossover()), usual);
    }

    /** The fields of a rule. @param faults what is wrong with each, with line and column */
    public record RuleField(String name, String text, boolean condition, List<String> faults) {}

    public List<RuleField> getRules() {
        return RULES.stream().map(name -> new RuleField(name, ruleText(name), !name.equals(PARAMETERS), faults.stream()
                .filter(fault -> fault.pointer().equals("/" + name)).map(ApiProblem.FieldError::detail).toList())).toList();
    }

    private String ruleText(String name) {
        return sent.text("symbol") != null ? Objects.toString(sent.text(name), "")
                : shown == null || shown.experiment().rule() == null ? "" : shownRule(name);
    }

    private String shownRule(String name) {
        RuleStrategy rule = shown.experiment().rule();
        return Objects.toString(switch (name) {
            case "entry" -> rule.entry();
            case "exit" -> rule.exit();
            case "shortEntry" -> rule.shortEntry();
            case "shortExit" -> rule.shortExit();
            default -> rule.variables().words();
        }, "");
    }

    /** Of the one shown, without those that are not there. */
    public List<RuleField> getAsked() {
        return RULES.stream().map(name -> new RuleField(name, shownRule(name), !name.equals(PARAMETERS), List.of()))
                .filter(field -> !field.text().isEmpty()).toList();
    }

    public String getCash() {
        return given("cash", asked -> number(asked.startCash()), "10000");
    }

    public String getFee() {
        return given("fee", asked -> number(asked.feeRate() * 100), typed(new BigDecimal("0.1")));
    }

    public String getOrder() {
        return given("order", asked -> number(asked.perOrder()), "0");
    }

    public String getSlippage() {
        String usual = typed(new BigDecimal("0.05"));
        return given("slippage", asked -> asked.replay() != null ? usual : number(asked.slippage() * 100), usual);
    }

    public String getEnter() {
        return given("enter", asked -> asked.orders().offset() > 0 ? "LIMIT" : "MARKET", "MARKET");
    }

    /** Shares as percent, empty for none; what was sent stays as it was sent. */
    public String getOffset() {
        return percent("offset", OrderPlan::offset);
    }

    public String getStop() {
        return percent("stop", OrderPlan::stop);
    }

    public String getProfit() {
        return percent("profit", OrderPlan::profit);
    }

    public String getTrail() {
        return percent("trail", OrderPlan::trailing);
    }

    /** Whether orders meet volume, latency and impact. */
    public boolean isHard() {
        return execution().equals(HARD);
    }

    /** Whether they meet a recorded market. */
    public boolean isReplayed() {
        return execution().equals(REPLAY);
    }

    private String execution() {
        return given("execution", asked -> asked.replay() != null ? REPLAY : asked.execution().isIdeal() ? IDEAL : HARD, IDEAL);
    }

    /** As percent, empty for none. */
    public String getVolatility() {
        if (sent.text("symbol") != null) {
            return Objects.toString(sent.text("volatility"), "");
        }
        return shown == null || shown.experiment().volatilityTarget() == 0 ? "" : number(shown.experiment().volatilityTarget() * 100);
    }

    /** Empty for none. */
    public String getKelly() {
        if (sent.text("symbol") != null) {
            return Objects.toString(sent.text("kelly"), "");
        }
        return shown == null || shown.experiment().kelly() == 0 ? "" : number(shown.experiment().kelly());
    }

    private String percent(String field, ToLongFunction<OrderPlan> share) {
        if (sent.text("symbol") != null) {
            return Objects.toString(sent.text(field), "");
        }
        long billionths = shown == null ? 0 : share.applyAsLong(shown.experiment().orders());
        return billionths == 0 ? "" : typed(BigDecimal.valueOf(billionths, 7));
    }

    private String given(String field, Function<Experiment, String> asked, String usual) {
        if (sent.text(field) != null) {
            return sent.text(field);
        }
        return shown == null ? usual : asked.apply(shown.experiment());
    }

    private static String text(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static String number(double value) {
        return typed(new BigDecimal(value).round(new MathContext(12)));
    }

    /** As somebody would type it in the language of the page. */
    private static String typed(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', Language.here().symbols().getDecimalSeparator());
    }

    // What is shown

    public List<BacktestReport.Series> getSeries() {
        if (series == null) {
            series = report.traded();
        }
        return series;
    }

    /** Those with bars. */
    public List<BacktestReport.Series> getBarred() {
        return getSeries().stream().filter(one -> one.bars() > 0).toList();
    }

    /** The latest version of each saved strategy. */
    public List<SavedStrategy> getSaved() {
        return book.latest("", MOST_SAVED);
    }

    /** The saved strategy that was named. */
    public String getNamed() {
        return Objects.toString(sent.text("saved"), "");
    }

    public List<Mean> getMeans() {
        return List.of(Mean.values());
    }

    public List<Side> getSides() {
        return List.of(Side.values());
    }

    public List<Reading> getReadings() {
        return List.of(Reading.values());
    }

    /** The one that was asked for, or null. */
    public BacktestView getShown() {
        return shown;
    }

    public Part<BacktestView> getRecent() {
        if (recent == null) {
            long before = Asked.key(after, Long.MAX_VALUE);
            recent = Part.of(report.list(null, before, LIMIT + 1), LIMIT, BacktestView::number);
        }
        return recent;
    }

    /** How many of its orders the one shown had. */
    public String getFilled() {
        Filled filled = shown.filled();
        return Language.here().text("execution.filled", filled.orders(), filled.whole(), filled.partly(), filled.none());
    }

    /** The first {@value #TRADES}; all are in the file. */
    public List<TradeRow> getTrades() {
        if (trades == null) {
            trades = shown == null || shown.result() == null ? List.of() : report.trades(shown.number(), 0, TRADES);
        }
        return trades;
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
