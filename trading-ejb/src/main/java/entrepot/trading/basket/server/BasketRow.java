package entrepot.trading.basket.server;

import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.NamedRule;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** A portfolio backtest as its row says. */
record BasketRow(long number, UUID id, String symbols, LocalDate fromDay, LocalDate toDay, RuleKind rule, String settings, String plan, double startCash,
        double feeRate, double perOrder, double slippage, long jobId, LocalDateTime createdAt, String createdBy) {

    static BasketRow of(long number, UUID id, BasketExperiment asked, long job, LocalDateTime at, String actor) {
        return new BasketRow(number, id, String.join(" ", asked.symbols()), asked.fromDay(), asked.toDay(), asked.rule().kind(), asked.rule().settings(),
                asked.plan().settings(), asked.startCash(), asked.feeRate(), asked.perOrder(), asked.slippage(), job, at, actor);
    }

    BasketExperiment experiment() {
        return new BasketExperiment(List.of(symbols.split(" ")), fromDay, toDay, new NamedRule(rule, settings), Plan.read(plan), startCash, feeRate, perOrder,
                slippage);
    }
}
