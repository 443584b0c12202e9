package entrepot.trading.basket.server;

import entrepot.trading.basket.BasketResult;
import entrepot.trading.basket.Decision;
import entrepot.trading.basket.Turn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A decision as its row says. @param turn null where no spread is traded; @param weights of each instrument in the order of the alphabet; @param risk its share of the variance */
public record DecisionRow(int number, long time, Turn turn, double[] weights, double[] risk) {

    static List<DecisionRow> of(BasketResult found) {
        List<DecisionRow> rows = new ArrayList<>();
        for (Decision decision : found.decisions()) {
            rows.add(new DecisionRow(rows.size() + 1, found.universe().time(decision.day()), decision.turn(), decision.weights(), decision.risk()));
        }
        return rows;
    }

    String ending() {
        return turn == null || turn.ending() == null ? null : turn.ending().name();
    }

    Integer combinations() {
        return turn == null ? null : Integer.valueOf(turn.combinations());
    }

    Double score() {
        return turn == null || Double.isNaN(turn.score()) ? null : Double.valueOf(turn.score());
    }

    byte[] content() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * weights.length * Double.BYTES);
        bytes.asDoubleBuffer().put(weights).put(risk);
        return bytes.array();
    }

    static DecisionRow read(int number, long time, Turn turn, byte[] content) {
        double[] weights = new double[content.length / Double.BYTES / 2];
        double[] risk = new double[weights.length];
        ByteBuffer.wrap(content).asDoubleBuffer().get(weights).get(risk);
        return new DecisionRow(number, time, turn, weights, risk);
    }
}
