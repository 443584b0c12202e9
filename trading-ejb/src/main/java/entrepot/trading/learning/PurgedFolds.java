package entrepot.trading.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits samples into folds of which each is a test once, and leaves out of its training what knows of the test: samples whose
 * label reaches into it, and for a while those after its last label.
 *
 * @see "López de Prado 2018, chapter 7"
 */
public final class PurgedFolds {

    private final int[] event;
    private final int[] labelEnd;
    private final int embargo;

    /** Of a sample each bar. @param labelEnd the last bar that the label of each sample looks at; @param embargo bars after a test's last label */
    public PurgedFolds(int[] labelEnd, int embargo) {
        this(IntStream.range(0, labelEnd.length).toArray(), labelEnd, embargo);
    }

    /** As above. @param event the bar of each sample, increasing */
    public PurgedFolds(int[] event, int[] labelEnd, int embargo) {
        this.event = event.clone();
        this.labelEnd = labelEnd.clone();
        this.embargo = embargo;
    }

    /** By places of samples. @param first of the test; @param last of it, inclusive */
    public record Fold(int first, int last, int[] train) {}

    /** In order; where samples cannot be shared out evenly, the first folds have one more. */
    public List<Fold> folds(int count) {
        if (count < 2 || count > labelEnd.length) {
            throw new IllegalArgumentException(count + " folds of " + labelEnd.length + " samples, must be 2 to as many as samples");
        }
        List<Fold> folds = new ArrayList<>();
        int first = 0;
        for (int fold = 0; fold < count; fold++) {
            int size = labelEnd.length / count + (fold < labelEnd.length % count ? 1 : 0);
            folds.add(fold(first, first + size - 1));
            first += size;
        }
        return folds;
    }

    private Fold fold(int first, int last) {
        int reach = IntStream.rangeClosed(first, last).map(at -> labelEnd[at]).max().orElseThrow() + embargo;
        int[] train = IntStream.range(0, labelEnd.length)
                .filter(at -> at < first && labelEnd[at] < event[first] || at > last && event[at] > reach).toArray();
        return new Fold(first, last, train);
    }
}
