package entrepot.inventory.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSorterTest {

    private static final String HEADER = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country\n";

    @TempDir
    private Path folder;

    @Test
    void everyRowOfBothYearsHasOneFateAndTheyAddUpToTheFiles() throws IOException {
        RowAccount account = new RowAccount();
        RowSorter.sort(RetailData.bothYears(), false, day -> day.rows().forEach(account::add));
        assertThat(account.rows()).isEqualTo(525_461 + 541_909);
        assertThat(account.of(Fate.OVERLAP).rows()).isEqualTo(525_461 + 541_909 - 1_044_847);
        assertThat(account.of(Fate.NOT_A_STOCK_ITEM).rows() + account.of(Fate.DEBT_ADJUSTMENT).rows()).isEqualTo(5_991);
        assertThat(account.of(Fate.DEBT_ADJUSTMENT).rows()).isEqualTo(6);
        assertThat(account.of(Fate.SALE).rows()).isEqualTo(1_003_214);
        assertThat(account.of(Fate.SALE).units()).isEqualTo(11_187_774);
        assertThat(account.of(Fate.RETURN_UNMATCHED).rows()).isEqualTo(17_914);
        assertThat(account.of(Fate.CONTRADICTORY).rows()).isZero();
        assertThat(account.of(Fate.OUT_OF_ORDER).rows()).isZero();
        assertThat(account.of(Fate.UNREADABLE).rows()).isZero();
        assertThat(account.codes().get("POST").rows()).isEqualTo(2_085);
    }

    @Test
    void signAndPriceSayWhatARowMeans() throws IOException {
        assertThat(fates(
                        "500001,22087,BUNTING,12,2010-01-04 10:00:00,2.95,16321,France",
                        "500001,22087,BUNTING,12,2010-01-04 10:00:00,0.0,16321,France",
                        "500002,22087,,7,2010-01-04 10:00:00,0.0,,France",
                        "500003,22087,smashed,-7,2010-01-04 10:00:00,0.0,,France",
                        "C500004,22087,BUNTING,-2,2010-01-04 10:00:00,2.95,16321,France",
                        "C500005,22087,BUNTING,2,2010-01-04 10:00:00,2.95,16321,France",
                        "500006,post,POSTAGE,1,2010-01-04 10:00:00,18.0,16321,France",
                        "A500007,B,Adjust bad debt,1,2010-01-04 10:00:00,-5.5,,France"))
                .containsExactly(Fate.SALE, Fate.GIVEN_FREE, Fate.FOUND, Fate.SCRAP, Fate.RETURN_UNMATCHED,
                        Fate.CONTRADICTORY, Fate.NOT_A_STOCK_ITEM, Fate.DEBT_ADJUSTMENT);
    }

    @Test
    void anEqualRowIsLeftOutAndARowOfAnEarlierDayToo() throws IOException {
        assertThat(fates(
                        "500001,22087,BUNTING,12,2010-01-04 10:00:00,2.95,16321,France",
                        "500001,22087,BUNTING,12,2010-01-04 10:00:00,2.95,16321,France",
                        "500001,22087,BUNTING,12,2010-01-03 10:00:00,2.95,16321,France"))
                .containsExactly(Fate.SALE, Fate.DUPLICATE, Fate.OUT_OF_ORDER);
    }

    @Test
    void aCellThatCannotBeReadIsNamed() throws IOException {
        assertThat(problems(
                        "500001,22087,BUNTING,1,2010-01-04 10:00:00,2.95,16321,France",
                        "500001,22087,BUNTING,1.5,2010-01-04 10:00:00,2.95,16321,France",
                        "500001,22087,BUNTING,1000000000000000000,2010-01-04 10:00:00,2.95,16321,France",
                        "500001,22087,BUNTING,1,2999-01-04 10:00:00,2.95,16321,France",
                        "500001,22087,BUNTING,1,1900-01-04 10:00:00,2.95,16321,France",
                        "500001,22087,BUNTING,1,2010-01-04 10:00:00,=2+2,16321,France",
                        "500001,22087,BUNTING,1,2010-01-04 10:00:00,2.9512345,16321,France",
                        "500001,22087,BUNTING,1,2010-01-04 10:00:00",
                        ",22087,BUNTING,1,2010-01-04 10:00:00,2.95,16321,France"))
                .containsExactly(
                        "Quantity '1.5' is not a whole number",
                        "Quantity 1000000000000000000 must be from -1000000000 to 1000000000",
                        "InvoiceDate 2999-01-04 10:00:00 must be from 2000-01-01 to 2020-01-01",
                        "InvoiceDate 1900-01-04 10:00:00 must be from 2000-01-01 to 2020-01-01",
                        "Price '=2+2' is not a number of at most six decimals",
                        "Price '2.9512345' is not a number of at most six decimals",
                        "5 cells, must be 8",
                        "Invoice is empty");
    }

    @Test
    void aFileInAnotherEncodingIsReadAndItsForeignCellsNamed() throws IOException {
        Path file = folder.resolve("latin.csv");
        String text = HEADER + "500001,22087,BUNTING,1,2010-01-04 10:00:00,2.95,16321,France\n"
                + "500001,22087,CAF\u00c9,1,2010-01-04 10:00:00,2.95,16321,France\n";
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(sorted(file)).extracting(SortedRow::reason).last().isEqualTo("Description is not UTF-8");
    }

    @Test
    void aFileWithOtherColumnsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> sorted(file))
                .hasMessageStartingWith("other.csv: the first line must be Invoice,StockCode");
    }

    private List<Fate> fates(String... rows) throws IOException {
        return sorted(write(rows)).stream().map(SortedRow::fate).toList();
    }

    private List<String> problems(String... rows) throws IOException {
        return sorted(write(rows)).stream().filter(row -> row.line().isBroken()).map(SortedRow::reason).toList();
    }

    private Path write(String... rows) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    private static List<SortedRow> sorted(Path file) throws IOException {
        List<SortedRow> all = new ArrayList<>();
        RowSorter.sort(RetailFiles.of(List.of(file), LocalDate.of(2020, 1, 1)), false, day -> all.addAll(day.rows()));
        return all;
    }
}
