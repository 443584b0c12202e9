package entrepot.web.api;

import static entrepot.web.api.BacktestAnswer.decimal;

import entrepot.trading.flow.Flow;
import entrepot.trading.replay.FlowFigures;
import entrepot.trading.replay.ParentFigures;
import java.math.BigDecimal;
import java.time.Instant;

/** What came of orders in a recorded market; {@code docs/execution.md} has the figures. One of nothing is absent. */
record FlowAnswer(long rows, BigDecimal restedUnits, BigDecimal filledUnits, BigDecimal fillRatio, BigDecimal secondsInQueue, BigDecimal spreadCaptured,
        BigDecimal lostInOneSecond, BigDecimal lostInTenSeconds, BigDecimal restingFees, BigDecimal takenUnits, BigDecimal paidToTake, BigDecimal takingFees) {

    static FlowAnswer of(FlowFigures found) {
        return found == null ? null : new FlowAnswer(found.rows(), decimal(found.restedUnits()), decimal(found.filledUnits()), decimal(found.fillRatio()),
                decimal(found.secondsInQueue()), decimal(found.spreadCaptured()), decimal(found.lostInOneSecond()), decimal(found.lostInTenSeconds()),
                decimal(found.restingFees()), decimal(found.takenUnits()), decimal(found.paidToTake()), decimal(found.takingFees()));
    }

    /** What a parent order was had for. */
    record Parent(Instant began, Instant lastFill, BigDecimal wanted, BigDecimal filled, BigDecimal arrival, BigDecimal average, BigDecimal vwap, BigDecimal paid,
            BigDecimal fees, BigDecimal missed, BigDecimal shortfall) {

        static Parent of(ParentFigures found) {
            return found == null ? null : new Parent(Flow.moment(found.began()), Flow.moment(found.lastFill()), decimal(found.wanted()), decimal(found.filled()),
                    decimal(found.arrival()), decimal(found.average()), decimal(found.vwap()), decimal(found.paid()), decimal(found.fees()), decimal(found.missed()),
                    decimal(found.shortfall()));
        }
    }
}
