package entrepot.web.api;

import entrepot.inventory.export.BatchEntry;
import entrepot.inventory.export.JournalFormat;
import entrepot.inventory.export.server.BatchRow;
import entrepot.inventory.export.server.JournalBatches;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/** A batch as a file, read part by part, so that any length needs the memory of one. */
final class BatchFile {

    private static final int PART = 500;

    private final JournalBatches batches;
    private final BatchRow batch;
    private final JournalFormat format;

    BatchFile(JournalBatches batches, BatchRow batch, JournalFormat format) {
        this.batches = batches;
        this.batch = batch;
        this.format = format;
    }

    Charset charset() {
        return format.charset();
    }

    void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, format.charset());
        text.write(format.head(batch.head(), batches.chart(batch.number())));
        for (long after = batch.firstSeal() - 1; after < batch.lastSeal(); after += PART) {
            for (BatchEntry entry : batches.entries(batch, after, PART)) {
                text.write(format.entry(entry));
            }
        }
        text.flush();
    }
}
