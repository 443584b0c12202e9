package entrepot.bench;

import entrepot.bench.evidence.EvidenceRun;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protocol T4: what says whether it was luck, beside numpy. {@code docs/benchmarks.md} explains it. */
@Tag("bench")
class EvidenceBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @Test
    void evidenceBesideNumpy() throws IOException, InterruptedException {
        Report.write("evidence", new EvidenceRun(ROUNDS).text());
    }
}
