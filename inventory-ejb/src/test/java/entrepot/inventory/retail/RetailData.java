package entrepot.inventory.retail;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The two years as they lie beside the project; tests are skipped where they do not. */
final class RetailData {

    static final Path SHARED = Path.of(System.getProperty("shared.dir", "../../shared"));
    private static final Path FOLDER = SHARED.resolve("data/online-retail");

    private RetailData() {}

    static RetailFiles bothYears() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no retail data at " + FOLDER);
        return RetailFiles.of(
                List.of(FOLDER.resolve("online_retail_2010-12-01_2011-12-09.csv.gz"),
                        FOLDER.resolve("online_retail_2009-12-01_2010-12-09.csv.gz")),
                LocalDate.of(2020, 1, 1));
    }
}
