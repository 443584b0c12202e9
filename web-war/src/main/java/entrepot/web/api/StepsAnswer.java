package entrepot.web.api;

import entrepot.trading.backtest.FillLine;
import entrepot.trading.backtest.OrderLine;
import entrepot.trading.broker.FillRule;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;
import entrepot.trading.playback.Playback;
import entrepot.trading.playback.server.Playbacks;
import entrepot.trading.strategy.Sight;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of a backtest as clients see them: nothing in a step comes from a later bar. Figures are decimals in strings.
 *
 * @param bars     how many there are
 * @param dataHash SHA-256 of the bars, and {@code resultHash} of the result, which running it again has found the same
 * @param sights   what the strategy looked at, in the order of the values of each step
 */
record StepsAnswer(int bars, String currency, String dataHash, String resultHash, List<Seen> sights, List<Step> steps) {

    /** @param rule entry, exit, shortEntry or shortExit, absent of a strategy that has one rule; @param depth 0 of what decides, 1 of its parts, and so on */
    record Seen(String rule, String text, int depth, Sight.Kind kind) {}

    /**
     * @param number   of the bar, from 1
     * @param values   of a condition 1 or 0; null where it is undefined
     * @param decision absent of market making
     * @param standing orders after the close
     */
    record Step(int number, Instant at, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume, List<BigDecimal> values, Decision decision,
            List<Order> standing, List<Fill> fills, BigDecimal units, BigDecimal cash, BigDecimal equity, BigDecimal drawdown, BigDecimal openProfit) {}

    /** @param wanted 1, 0 or -1; @param share of the money, where that is not all */
    record Decision(int wanted, boolean changed, BigDecimal share) {}

    /** @param protects number of an order; @param given number of a bar; @param units absent while the money that they may spend is not known */
    record Order(int number, Integer protects, int given, OrderKind kind, String side, Validity validity, BigDecimal units, BigDecimal limit, BigDecimal stop, OrderState state,
            BigDecimal filled) {
        static Order of(OrderLine order) {
            return new Order(order.number(), order.parent() == 0 ? null : Integer.valueOf(order.parent()), order.given() + 1, order.kind(), BacktestRows.way(order.side()),
                    order.validity(), order.units() == 0 ? null : decimal(order.units()), decimal(order.limit()), decimal(order.stop()), order.state(), decimal(order.filled()));
        }
    }

    record Fill(int number, int order, String side, BigDecimal units, BigDecimal price, BigDecimal slippage, BigDecimal fee, FillRule rule) {
        static Fill of(FillLine fill) {
            return new Fill(fill.number(), fill.order(), BacktestRows.way(fill.units()), decimal(Math.abs(fill.units())), decimal(fill.price()), decimal(fill.slippage()),
                    decimal(fill.fee()), fill.rule());
        }
    }

    /** @param from bar, from 0; @param to behind the last */
    static StepsAnswer of(Playbacks.Found found, int from, int to) {
        Playback playback = found.playback();
        List<Step> steps = new ArrayList<>();
        for (int bar = from; bar < to; bar++) {
            steps.add(step(playback, bar));
        }
        return new StepsAnswer(playback.steps().size(), found.figures().currency(), found.figures().dataHash(), found.figures().resultHash(),
                playback.sights().stream().map(one -> new Seen(one.rule(), one.text(), one.depth(), one.kind())).toList(), steps);
    }

    static Step step(Playback playback, int bar) {
        entrepot.trading.playback.Step step = playback.steps().get(bar);
        Bars bars = playback.result().bars();
        List<BigDecimal> values = new ArrayList<>();
        playback.sights().forEach(one -> values.add(decimal(one.values()[bar])));
        return new Step(bar + 1, Instant.ofEpochMilli(bars.time(bar)), decimal(bars.open(bar)), decimal(bars.high(bar)), decimal(bars.low(bar)), decimal(bars.close(bar)),
                decimal(bars.volume(bar)), values, decision(step.decision()), step.standing().stream().map(Order::of).toList(), step.fills().stream().map(Fill::of).toList(),
                decimal(step.units()), decimal(step.cash()), decimal(step.equity()), decimal(step.drawdown()), decimal(step.openProfit()));
    }

    private static Decision decision(entrepot.trading.playback.Step.Decision decision) {
        return decision == null ? null : new Decision(decision.wanted(), decision.changed(), decision.share() == 1 ? null : decimal(decision.share()));
    }

    private static BigDecimal decimal(double value) {
        return BacktestAnswer.decimal(value);
    }
}
