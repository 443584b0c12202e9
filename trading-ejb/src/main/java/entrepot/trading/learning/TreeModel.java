package entrepot.trading.learning;

import java.util.List;
import java.util.stream.Collectors;

/** Fitted trees. @param start logarithm of the odds before the first */
record TreeModel(int depth, double rate, double share, long seed, double start, List<Tree> trees) implements Model {

    TreeModel first(int count) {
        return new TreeModel(depth, rate, share, seed, start, trees.subList(0, count));
    }

    @Override
    public double probability(double[] row) {
        double score = start;
        for (Tree tree : trees) {
            score += tree.value(row);
        }
        return Model.ofOdds(score);
    }

    @Override
    public String text() {
        return "{\"kind\":\"TREES\",\"depth\":" + depth + ",\"rate\":" + rate + ",\"share\":" + share + ",\"seed\":" + seed + ",\"start\":" + start
                + ",\"trees\":" + trees.stream().map(Tree::text).collect(Collectors.joining(",", "[", "]")) + "}";
    }
}
