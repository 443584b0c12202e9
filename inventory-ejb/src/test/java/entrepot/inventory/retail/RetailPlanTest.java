package entrepot.inventory.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.sale.Sale;
import entrepot.kernel.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailPlanTest {

    private static final String HEADER = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country\n";
    private static final Batch BATCH = new Batch(new UUID(1, 2), "ONLINE", ZoneId.of("Europe/London"));

    @TempDir
    private Path folder;

    @Test
    void everySaleOfBothYearsFindsItsGoodsOnTheShelf() throws IOException {
        RetailFiles files = RetailData.bothYears();
        RetailPlan plan = new RetailPlan(BATCH, survey(files));
        Map<String, Long> onHand = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        RowAccount account = new RowAccount();
        RowSorter.sort(files, false, day -> {
            DayPlan planned = plan.plan(day);
            planned.rows().forEach(account::add);
            planned.in().forEach(note -> move(onHand, ids, note));
            planned.sales().forEach(sale -> move(onHand, ids, sale));
            planned.out().forEach(note -> move(onHand, ids, note));
        });
        assertThat(account.of(Fate.RETURN_MATCHED).rows() + account.of(Fate.RETURN_UNMATCHED).rows()).isEqualTo(17_914);
        assertThat(account.of(Fate.RETURN_MATCHED).rows()).isGreaterThan(12_000);
        assertThat(account.rows()).isEqualTo(525_461 + 541_909);
        assertThat(plan.policy().saleLines()).isEqualTo(account.of(Fate.SALE).rows() + account.of(Fate.GIVEN_FREE).rows());
        assertThat(plan.policy().fillRate()).isCloseTo(0.9, within(0.08));
    }

    private static void move(Map<String, Long> onHand, Set<UUID> ids, GoodsNote note) {
        assertThat(ids.add(note.id())).isTrue();
        int sign = note.kind() == PostingKind.SCRAP ? -1 : 1;
        note.lines().forEach(line -> move(onHand, line.sku(), sign * line.quantity().millionths()));
    }

    private static void move(Map<String, Long> onHand, Set<UUID> ids, Sale sale) {
        assertThat(ids.add(sale.id())).isTrue();
        int sign = sale.isReturn() ? 1 : -1;
        sale.lines().forEach(line -> move(onHand, line.sku(), sign * line.quantity().millionths()));
    }

    private static void move(Map<String, Long> onHand, String sku, long millionths) {
        if (onHand.merge(sku, millionths, Long::sum) < 0) {
            throw new AssertionError(sku + " is below zero by " + new Quantity(onHand.get(sku)));
        }
    }

    @Test
    void aCancellationGoesBackToTheLatestSaleOfItsCustomerWithEnoughLeft() throws IOException {
        List<DayPlan> days = plan(
                "500001,22087,BUNTING,12,2010-01-04 10:00:00,2.95,16321,France",
                "500002,22087,BUNTING,5,2010-01-05 10:00:00,2.95,16321,France",
                "C500003,22087,BUNTING,-6,2010-01-06 10:00:00,2.95,16321,France",
                "C500003,22087,BUNTING,-5,2010-01-06 10:00:00,2.95,16321,France",
                "C500003,22087,BUNTING,-7,2010-01-06 10:00:00,2.95,16321,France");
        List<Sale.Line> back = days.get(2).sales().get(0).lines();
        assertThat(back).extracting(Sale.Line::returnOf)
                .containsExactly(days.get(0).sales().get(0).id(), days.get(1).sales().get(0).id(), null);
        assertThat(days.get(2).rows()).extracting(SortedRow::fate)
                .containsExactly(Fate.RETURN_MATCHED, Fate.RETURN_MATCHED, Fate.RETURN_UNMATCHED);
    }

    @Test
    void whatThePolicyDoesNotHaveIsRescuedOnceAndCounted() throws IOException {
        RetailFiles files = files(
                "500001,22087,BUNTING,10,2010-01-04 10:00:00,2.00,16321,France",
                "500002,22087,BUNTING,7,2010-01-25 10:00:00,2.00,16321,France",
                "500003,22087,BUNTING,100,2010-01-25 11:00:00,2.00,16321,France",
                "500004,22087,BUNTING,3,2010-01-25 12:00:00,2.00,16321,France");
        RetailPlan plan = new RetailPlan(BATCH, survey(files));
        List<DayPlan> days = plan(files, plan);
        GoodsNote opening = days.get(0).in().get(0);
        assertThat(opening.kind()).isEqualTo(PostingKind.OPENING);
        assertThat(opening.lines().get(0).quantity()).isEqualTo(Quantity.units(10));
        assertThat(opening.lines().get(0).unitCost()).isEqualByComparingTo("1.20");
        List<GoodsNote> in = days.get(1).in();
        GoodsNote rescue = in.get(in.size() - 1);
        assertThat(rescue.reference()).isEqualTo("RESCUE 2010-01-25");
        long ordered = plan.policy().unitsOrdered();
        assertThat(rescue.lines()).extracting(GoodsNote.Line::quantity).containsExactly(Quantity.units(110 - ordered));
        assertThat(plan.policy().stockOuts()).isEqualTo(2);
        assertThat(plan.policy().unitsRescued()).isEqualTo(110 - ordered);
    }

    @Test
    void anOrderIsPlacedOnAMondayFromWhatWasSoldBeforeItAndComesALeadTimeLater() throws IOException {
        List<DayPlan> days = plan(
                "500001,22087,BUNTING,10,2010-01-06 10:00:00,2.00,16321,France",
                "500002,22087,BUNTING,1,2010-01-15 10:00:00,2.00,16321,France",
                "500003,22087,BUNTING,1,2010-01-20 10:00:00,2.00,16321,France");
        assertThat(days.get(1).in()).isEmpty();
        assertThat(days.get(2).in()).extracting(GoodsNote::businessDate).containsExactly(LocalDate.of(2010, 1, 18));
    }

    @Test
    void theSameFilesGiveTheSameDocumentsAgain() throws IOException {
        String[] rows = {
            "500001,22087,BUNTING,10,2010-01-06 10:00:00,2.00,16321,France",
            "500002,22087,smashed,-20,2010-01-15 10:00:00,0.0,,France",
            "500003,22087,,4,2010-01-20 10:00:00,0.0,,France"
        };
        assertThat(plan(rows)).isEqualTo(plan(rows));
    }

    private List<DayPlan> plan(String... rows) throws IOException {
        RetailFiles files = files(rows);
        return plan(files, new RetailPlan(BATCH, survey(files)));
    }

    private static List<DayPlan> plan(RetailFiles files, RetailPlan plan) throws IOException {
        List<DayPlan> days = new ArrayList<>();
        RowSorter.sort(files, false, day -> days.add(plan.plan(day)));
        return days;
    }

    private static RetailSurvey survey(RetailFiles files) throws IOException {
        RetailSurvey survey = new RetailSurvey(Buying.DECLARED);
        RowSorter.sort(files, false, survey::add);
        return survey;
    }

    private RetailFiles files(String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), HEADER + String.join("\n", rows) + "\n");
        return RetailFiles.of(List.of(file), LocalDate.of(2020, 1, 1));
    }
}
