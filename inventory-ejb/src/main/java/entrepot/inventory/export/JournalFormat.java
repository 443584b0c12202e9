package entrepot.inventory.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A way to write a batch: its head, then each entry. */
public interface JournalFormat {

    String head(BatchHead batch, List<ChartLine> chart);

    String entry(BatchEntry entry);

    default Charset charset() {
        return StandardCharsets.UTF_8;
    }

    /** The formats by what they are asked for. */
    enum Name {
        CSV("csv", "text/csv"),
        HLEDGER("journal", "text/plain"),
        BEANCOUNT("beancount", "text/plain"),
        IIF("iif", "text/plain");

        private final String ending;
        private final String mediaType;

        Name(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        /** Of a file. */
        public String ending() {
            return ending;
        }

        public String mediaType() {
            return mediaType;
        }

        /** A new one for each file. */
        public JournalFormat format() {
            return switch (this) {
                case CSV -> new CsvJournal();
                case HLEDGER -> new HledgerJournal();
                case BEANCOUNT -> new BeancountJournal();
                case IIF -> new IifJournal();
            };
        }
    }
}
