package entrepot.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entrepot.platform.sql.StoredJson;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.market.BarPlan;
import entrepot.trading.pair.PairRule;
import entrepot.trading.sweep.Pace;
import entrepot.trading.sweep.Sweep;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pairs and orders among what a sweep is asked with, and all that is wrong with them at once. */
class SweepBodyTest {

    private static final String ENTER = "{'name': 'enter', 'from': '1', 'to': '2', 'step': '0.5'}";

    /** @param asked with single quotation marks for double ones */
    private static SweepBody body(String asked, String... axes) {
        return StoredJson.read(("{'instrument': 'ONE', " + asked + ", 'axes': [" + String.join(", ", axes) + "]}").replace('\'', '"'), SweepBody.class);
    }

    private static Sweep read(String asked, String... axes) {
        return body(asked, axes).read((name, version) -> Optional.empty());
    }

    private static List<String> wrong(String asked, String... axes) {
        return catchThrowableOfType(ApiProblem.class, () -> read(asked, axes)).errors().stream().map(error -> error.pointer() + " " + error.code()).toList();
    }

    @Test
    void aPairIsAskedWithItsOtherAndWhatIsNotTried() {
        Sweep sweep = read("'strategy': 'PAIR', 'other': 'ALSO', 'settings': {'window': '60', 'margin': '0.5'}, 'feePerOrder': '1'", ENTER, "{'name': 'method'}");
        assertThat(sweep.symbols()).containsExactly("ONE", "ALSO");
        assertThat(sweep.pace()).isEqualTo(Pace.STEADY);
        assertThat(sweep.space().size()).isEqualTo(6);
        PairRule last = sweep.experiment(5).orElseThrow().pair().rule();
        assertThat(last).isEqualTo(PairRule.of(Map.of("method", "KALMAN", "window", 60.0, "margin", 0.5)));
        assertThat(read("'strategy': 'PAIR', 'other': 'ALSO'", "{'name': 'enter', 'from': '2', 'to': '6', 'step': '1'}").experiment(4)).as("not below stop: a gap").isEmpty();
    }

    @Test
    void barsOfAnyLengthAreAskedForOrRefusedWithWhatIsPossible() {
        Sweep sweep = read("'strategy': 'RSI', 'every': 'PT60M', 'zone': 'Asia/Kolkata'", "{'name': 'n', 'from': '5', 'to': '10'}");
        assertThat(sweep.base().bars().settings()).isEqualTo("every=PT1H zone=Asia/Kolkata");
        assertThat(sweep.experiment(1).orElseThrow().bars()).isEqualTo(sweep.base().bars());
        assertThat(read("'strategy': 'LEARNED', 'every': 'P1D'", "{'name': 'enter', 'from': '0.5', 'to': '0.6', 'step': '0.1'}").base().bars()).isEqualTo(BarPlan.DAILY);
        assertThat(wrong("'strategy': 'RSI', 'every': 'PT7M', 'zone': 'Nowhere', 'of': 'quotes'", "{'name': 'n', 'from': '5', 'to': '10'}"))
                .containsExactlyInAnyOrder("/every range", "/zone range", "/of unknown-value");
        assertThat(wrong("'strategy': 'LEARNED', 'every': 'PT5M'", "{'name': 'enter', 'from': '0.5', 'to': '0.6', 'step': '0.1'}")).containsExactly("/every with-learned");
        assertThat(wrong("'strategy': 'RSI', 'every': '500ticks'", "{'name': 'n', 'from': '5', 'to': '10'}")).containsExactly("/every without-trades");
        assertThat(wrong("'strategy': 'RSI', 'every': 'P1D', 'of': 'trades'", "{'name': 'n', 'from': '5', 'to': '10'}")).containsExactly("/zone missing");
        assertThat(wrong("'strategy': 'PAIR', 'other': 'ALSO', 'every': 'PT5M', 'of': 'trades'", ENTER)).containsExactly("/of with-pair");
    }

    @Test
    void whatIsWrongWithAPairIsToldAtOnce() {
        assertThat(wrong("'strategy': 'PAIR', 'other': 'ONE', 'settings': {'enter': '1', 'bound': '2'}, 'stopLoss': '0.1', 'kelly': '0.5'", ENTER,
                "{'name': 'limitOffset', 'from': '0', 'to': '1'}", "{'name': 'method', 'values': ['OLS']}", "{'name': 'window', 'from': '5', 'to': '20'}"))
                .containsExactlyInAnyOrder("/axes/1/name unknown-parameter", "/axes/2/values unknown-value", "/axes/3/from range", "/settings/enter tried",
                        "/settings/bound range", "/other same", "/kelly with-orders", "/strategy with-orders");
        assertThat(wrong("'strategy': 'PAIR'", ENTER)).containsExactly("/other missing");
        assertThat(wrong("'strategy': 'PAIR', 'other': 'ALSO'", "{'name': 'enter', 'from': '5', 'to': '6'}")).containsExactly("/settings/enter range");
        assertThat(wrong("'strategy': 'PAIR', 'other': 'ALSO'", "{'name': 'window', 'from': '20', 'to': '1000'}", "{'name': 'refit', 'from': '1', 'to': '30'}"))
                .containsExactly("/axes too-many");
        assertThat(wrong("'strategy': 'PAIR', 'other': 'ALSO', 'search': 'RANDOM', 'draws': 20001", "{'name': 'window', 'from': '20', 'to': '9000'}")).containsExactly("/draws range");
    }

    @Test
    void ordersAreTriedOrStandForAllCells() {
        Sweep tried = read("'strategy': 'BUY_AND_HOLD', 'takeProfit': '0.5'", "{'name': 'limitOffset', 'from': '0', 'to': '0.02', 'step': '0.01'}",
                "{'name': 'trailingStop', 'from': '0.05', 'to': '0.1', 'step': '0.05'}");
        assertThat(tried.pace()).isEqualTo(Pace.BRISK);
        assertThat(tried.experiment(1).orElseThrow().orders()).as("no limit: at the next open").isEqualTo(new OrderPlan(0, 0, 0, 500_000_000, 100_000_000));
        assertThat(tried.experiment(4).orElseThrow().orders()).isEqualTo(new OrderPlan(0, 20_000_000, 0, 500_000_000, 50_000_000));
        Sweep standing = read("'enterBy': 'LIMIT', 'limitOffset': '0.01'", "{'name': 'fast', 'from': '5', 'to': '10', 'step': '5'}",
                "{'name': 'slow', 'from': '20', 'to': '40', 'step': '20'}", "{'name': 'stopLoss', 'from': '0.1', 'to': '0.1', 'step': '0.1'}");
        assertThat(standing.experiment(0).orElseThrow().orders()).isEqualTo(new OrderPlan(0, 10_000_000, 100_000_000, 0, 0));
        assertThat(read("'stopLoss': '0', 'kelly': '0.5', 'strategy': 'RSI'", "{'name': 'n', 'from': '5', 'to': '10'}").pace()).as("0 is none").isEqualTo(Pace.FAST);
    }

    @Test
    void anAxisOfNoOrdersAtAllIsStillOneOfOrders() {
        String none = "{'name': 'stopLoss', 'from': '0', 'to': '0', 'step': '0.01'}";
        assertThat(read("'strategy': 'RSI'", none, "{'name': 'n', 'from': '5', 'to': '10'}").pace()).isEqualTo(Pace.BRISK);
        String many = "{'name': 'n', 'from': '1', 'to': '6000'}";
        assertThat(wrong("'strategy': 'RSI'", none, many, "{'name': 'low', 'from': '1', 'to': '40'}")).as("240,000 places").containsExactly("/axes too-many");
    }

    @Test
    void whatIsAskedIsWhatIsNotTriedAndCanBeSentAgain() {
        String[] axes = {"{'name': 'limitOffset', 'from': '0', 'to': '0.02', 'step': '0.01'}", "{'name': 'stopLoss', 'from': '0.02', 'to': '0.07', 'step': '0.01'}"};
        Sweep sweep = read("'strategy': 'BUY_AND_HOLD', 'takeProfit': '0.5'", axes);
        BacktestAnswer.Asked asked = BacktestAnswer.Asked.of(sweep);
        assertThat(asked.stopLoss()).isNull();
        assertThat(asked.limitOffset()).isNull();
        assertThat(asked.enterBy()).isNull();
        assertThat(asked.takeProfit()).isEqualByComparingTo("0.5");
        assertThat(again(asked, axes)).isEqualTo(sweep);
        assertThat(sweep.words()).contains("orders=(units=0 profit=500000000 trailing=0) over limitOffset=0..0.02 step 0.01, stopLoss=0.02..0.07 step 0.01");
    }

    @Test
    void settingsThatAreTriedAreNotAsked() {
        String[] axes = {"{'name': 'n', 'from': '5', 'to': '10', 'step': '1'}", "{'name': 'side'}"};
        Sweep sweep = read("'strategy': 'RSI', 'settings': {'low': '20'}", axes);
        assertThat(BacktestAnswer.Asked.of(sweep).settings()).containsOnlyKeys("low", "high", "exit");
        assertThat(again(BacktestAnswer.Asked.of(sweep), axes)).isEqualTo(sweep);
    }

    /** As a client sends what it was answered. */
    private static Sweep again(BacktestAnswer.Asked asked, String... axes) {
        Map<?, ?> fields = StoredJson.read(StoredJson.write(asked), Map.class);
        fields.values().removeIf(Objects::isNull);
        String json = StoredJson.write(fields);
        return StoredJson.read(json.substring(0, json.length() - 1) + (", 'axes': [" + String.join(", ", axes) + "]}").replace('\'', '"'), SweepBody.class)
                .read((name, version) -> Optional.empty());
    }

    @Test
    void whatDoesNotGoWithOrdersIsToldAtOnce() {
        String stop = "{'name': 'stopLoss', 'from': '0.1', 'to': '0.5', 'step': '0.1'}";
        assertThat(wrong("'strategy': 'RSI', 'kelly': '0.5', 'stopLoss': '0.2', 'enterBy': 'LIMIT'", stop, "{'name': 'takeProfit', 'from': '0.1', 'to': '101', 'step': '0.1'}"))
                .containsExactlyInAnyOrder("/axes/1/to range", "/stopLoss tried", "/limitOffset missing", "/kelly with-orders");
        assertThat(wrong("'strategy': 'RSI', 'trailingStop': '0.2'", "{'name': 'volatilityTarget', 'from': '0.1', 'to': '0.2', 'step': '0.1'}")).containsExactly("/axes/0 with-orders");
        assertThat(wrong("'strategy': 'RSI', 'enterBy': 'MARKET'", "{'name': 'limitOffset', 'from': '0.1', 'to': '0.2', 'step': '0.1'}")).containsExactly("/limitOffset without-limit");
        assertThat(wrong("'strategy': 'LEARNED'", stop, "{'name': 'size'}")).containsExactly("/axes/1/values with-orders");
        assertThat(wrong("'strategy': 'LEARNED', 'settings': {'size': 'PROBABILITY'}", stop)).containsExactly("/settings/size with-orders");
        assertThat(wrong("'strategy': 'MARKET_MAKING', 'stopLoss': '0.1'", "{'name': 'gamma', 'from': '0.1', 'to': '0.2', 'step': '0.1'}")).containsExactly("/strategy with-orders");
        assertThat(wrong("'instrument': null, 'strategy': 'PORTFOLIO', 'instruments': ['A', 'B'], 'rule': 'HOLD', 'stopLoss': '0.1'", "{'name': 'plan.every', 'from': '10', 'to': '20', 'step': '10'}"))
                .containsExactly("/stopLoss with-portfolio");
        assertThat(wrong("'strategy': 'PORTFOLIO', 'instruments': ['A', 'B'], 'rule': 'HOLD', 'other': 'ALSO', 'enterBy': 'LIMIT', 'kelly': '0.5', 'takeProfit': '0.2'",
                "{'name': 'plan.every', 'from': '10', 'to': '20', 'step': '10'}"))
                .containsExactlyInAnyOrder("/instrument with-portfolio", "/other with-portfolio", "/enterBy with-portfolio", "/kelly with-portfolio", "/takeProfit with-portfolio");
        assertThat(wrong("'strategy': 'RULE', 'entry': 'rsi(5) < kelly', 'parameters': 'kelly = 30 from 20 to 40'", "{'name': 'kelly', 'step': '10'}")).containsExactly("/axes/0/name reserved");
        assertThat(wrong("'strategy': 'RSI'", stop.replace("'0.1'}", "'0.01'}"), "{'name': 'n', 'from': '1', 'to': '9000'}")).as("200,000 by orders").containsExactly("/axes too-many");
    }
}
