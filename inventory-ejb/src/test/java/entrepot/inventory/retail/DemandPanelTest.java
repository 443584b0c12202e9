package entrepot.inventory.retail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both years against the reference, which was computed by another program. */
class DemandPanelTest {

    private static DemandPanel panel;

    @BeforeAll
    static void cleanBothYears() throws IOException {
        panel = new DemandPanel();
        RowSorter.sort(RetailData.bothYears(), false, panel::add);
    }

    @Test
    void everyStepLeavesAsManyRowsAsTheReference() throws IOException {
        List<BigDecimal> ours = PanelSteps.of(panel).stream().map(PanelSteps.Step::value).toList();
        assertThat(ours).usingElementComparator(BigDecimal::compareTo).isEqualTo(referenceSteps());
        assertThat(panel.weekZero()).hasToString("2009-11-30");
        assertThat(panel.weeks()).isEqualTo(105);
    }

    @Test
    void everyWeekOfEveryItemIsThatOfTheReference() throws IOException {
        Map<String, List<Long>> reference = new LinkedHashMap<>();
        for (NamedCsvRecord row : csv("weekly_demand.csv.gz")) {
            reference.put(row.getField("code"), row.getFields().stream().skip(4).map(Long::valueOf).toList());
        }
        assertThat(lists(panel.weekly())).isEqualTo(reference);
    }

    @Test
    void laterCancellationsAreThoseOfTheReference() throws IOException {
        Map<String, Long> reference = new HashMap<>();
        for (NamedCsvRecord row : csv("weekly_later_cancellations.csv.gz")) {
            reference.put(row.getField("code") + "/" + row.getField("week"), Long.valueOf(row.getField("units")));
        }
        Map<String, Long> ours = new HashMap<>();
        panel.weeklyLaterCancellations().forEach((sku, weeks) -> {
            for (int week = 0; week < weeks.length; week++) {
                if (weeks[week] != 0) {
                    ours.put(sku + "/" + week, weeks[week]);
                }
            }
        });
        assertThat(ours).isEqualTo(reference);
    }

    private static List<BigDecimal> referenceSteps() throws IOException {
        Path file = RetailData.SHARED.resolve("vectors/replenishment/retail_panel.json");
        List<BigDecimal> steps = new ArrayList<>();
        for (JsonNode step : new ObjectMapper().readTree(file.toFile()).path("etl_steps")) {
            steps.add(new BigDecimal(step.path("value").asText()));
        }
        return steps;
    }

    private static Map<String, List<Long>> lists(Map<String, long[]> weekly) {
        Map<String, List<Long>> lists = new LinkedHashMap<>();
        weekly.forEach((sku, units) -> lists.put(sku, Arrays.stream(units).boxed().toList()));
        return lists;
    }

    private static List<NamedCsvRecord> csv(String name) throws IOException {
        Path file = RetailData.SHARED.resolve("data/retail-panel/" + name);
        var text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        }
    }
}
