package entrepot.trading.learning;

import java.util.List;

/** Models of one kind, by sets of hyperparameters among which training decides. */
public interface Family {

    /** In words, one a set; the earlier is taken where two do as well. */
    List<String> sets();

    /** One model a set. @param samples both labels among them */
    List<Model> fit(Samples samples);

    /** How many nodes the trees of a model have at most; 0 of one without trees. */
    default long nodes() {
        return 0;
    }
}
