package entrepot.trading.basket.server;

import entrepot.trading.basket.BasketResult;
import entrepot.trading.basket.Decision;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A decision as its row says. @param weights of each instrument in the order of the alphabet; @param risk its share of the variance */
public record DecisionRow(int number, long time, double[] weights, double[] risk) {

    static List<DecisionRow> of(BasketResult found) {
        List<DecisionRow> rows = new ArrayList<>();
        for (Decision decision : found.decisions()) {
            rows.add(new DecisionRow(rows.size() + 1, found.universe().time(decision.day()), decision.weights(), decision.risk()));
        }
        return rows;
    }

    byte[] content() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * weights.length * Double.BYTES);
        bytes.asDoubleBuffer().put(weights).put(risk);
        return bytes.array();
    }

    static DecisionRow read(int number, long time, byte[] content) {
        double[] weights = new double[content.length / Double.BYTES / 2];
        double[] risk = new double[weights.length];
        ByteBuffer.wrap(content).asDoubleBuffer().get(weights).get(risk);
        return new DecisionRow(number, time, weights, risk);
    }
}
