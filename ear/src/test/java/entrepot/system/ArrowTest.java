package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.junit.jupiter.api.Test;

/** What comes as columns is what comes as CSV, row by row, read by Arrow for Java. */
@OnProduct
class ArrowTest {

    private static final String TYPE = "application/vnd.apache.arrow.stream";
    private static final int BARS = 5_000;

    private final Product product;
    private final Api quant;

    ArrowTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    @Test
    void barsByTheHeaderAsked() throws IOException, SQLException {
        String bars = "api/v1/instruments/" + instrument(1) + "/bars";
        same(get(bars + "?from=2011-01-01", TYPE), csv(quant.send(quant.request(bars + "?from=2011-01-01").header("Accept", "text/csv")).body()), 6);
        assertThat(quant.get(bars + "?limit=1").json().path("items")).as("JSON where nothing is asked").hasSize(1);
        assertThat(get(bars + "?from=2011-02-30", TYPE).statusCode()).isEqualTo(422);
    }

    @Test
    void tradesAndTheCurveOfABacktest() throws IOException, SQLException, InterruptedException {
        String self = answered("backtests", "{\"instrument\": \"%s\", \"fast\": 10, \"slow\": 30, \"feeRate\": \"0.001\"}".formatted(instrument(2)));
        same(get(self + "/trades.arrow", "*/*"), csv(quant.get(self + "/trades.csv").body()), 10);
        List<List<String>> curve = csv(quant.get(self + "/equity.csv").body());
        assertThat(curve).hasSize(BARS);
        same(get(self + "/equity.arrow", TYPE), curve.stream().map(row -> List.of(row.get(1), row.get(5), row.get(6), row.get(7), row.get(8))).toList(), 5);
    }

    @Test
    void daysAndOrdersOfAPortfolio() throws IOException, SQLException, InterruptedException {
        String self = answered("portfolio-backtests", "{\"instruments\": [\"%s\", \"%s\"], \"rule\": \"MOMENTUM\", \"ruleSettings\": {\"lookback\": \"20\", \"side\": \"LONG_SHORT\"}, \"feeRate\": \"0.001\"}"
                .formatted(instrument(3), instrument(4)));
        same(get(self + "/days.arrow", TYPE), csv(quant.get(self + "/days.csv").body()).stream().map(row -> row.subList(1, row.size())).toList(), 6);
        List<List<String>> orders = csv(quant.get(self + "/orders.csv").body());
        same(get(self + "/orders.arrow", TYPE), orders.stream().map(row -> {
            List<String> signed = new ArrayList<>(row);
            signed.remove(3);
            if (row.get(3).equals("SELL")) {
                signed.set(3, new BigDecimal(row.get(4)).negate().toPlainString());
                signed.set(5, new BigDecimal(row.get(6)).negate().toPlainString());
            }
            return signed;
        }).toList(), 10);
    }

    @Test
    void cellsOfASweep() throws IOException, SQLException, InterruptedException {
        String self = answered("sweeps", ("{\"instrument\": \"%s\", \"axes\": [{\"name\": \"fast\", \"from\": \"5\", \"to\": \"40\", \"step\": \"5\"},"
                + " {\"name\": \"slow\", \"from\": \"20\", \"to\": \"200\", \"step\": \"20\"}]}").formatted(instrument(5)));
        same(get(self + "/cells.arrow", TYPE), csv(quant.get(self + "/cells.csv").body()), 11);
    }

    private static void same(HttpResponse<byte[]> answer, List<List<String>> csv, int columns) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(TYPE);
        List<List<Object>> read = read(answer.body());
        assertThat(read).hasSameSizeAs(csv).isNotEmpty();
        for (int row = 0; row < read.size(); row++) {
            assertThat(read.get(row)).hasSize(columns);
            for (int at = 0; at < columns; at++) {
                assertThat(told(read.get(row).get(at), csv.get(row).get(at))).as("row %d, column %d", row, at).isEqualTo(csv.get(row).get(at));
            }
        }
    }

    /** As CSV says it; numbers are compared as numbers. */
    private static String told(Object value, String beside) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).compareTo(new BigDecimal(beside.isEmpty() ? "0" : beside)) == 0 && !beside.isEmpty() ? beside : number.toString();
        }
        return value == null ? "" : value.toString();
    }

    private static List<List<Object>> read(byte[] stream) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        try (RootAllocator memory = new RootAllocator(); ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), memory)) {
            while (reader.loadNextBatch()) {
                List<ValueVector> decoded = new ArrayList<>();
                List<FieldVector> plain = reader.getVectorSchemaRoot().getFieldVectors();
                for (FieldVector vector : plain) {
                    DictionaryEncoding words = vector.getField().getDictionary();
                    decoded.add(words == null ? vector : DictionaryEncoder.decode(vector, reader.getDictionaryVectors().get(words.getId())));
                }
                for (int row = 0; row < reader.getVectorSchemaRoot().getRowCount(); row++) {
                    List<Object> values = new ArrayList<>();
                    for (ValueVector vector : decoded) {
                        values.add(value(vector, row));
                    }
                    rows.add(values);
                }
                decoded.stream().filter(vector -> !plain.contains(vector)).forEach(ValueVector::close);
            }
        }
        return rows;
    }

    private static Object value(ValueVector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return vector instanceof DateDayVector day ? LocalDate.ofEpochDay(day.get(row))
                : vector instanceof TimeStampMicroTZVector time ? Instant.ofEpochSecond(time.get(row) / 1_000_000, time.get(row) % 1_000_000 * 1000)
                : vector.getObject(row);
    }

    private HttpResponse<byte[]> get(String path, String accept) {
        return quant.client().sendAsync(quant.request(path).header("Accept", accept).build(), BodyHandlers.ofByteArray()).join();
    }

    private static List<List<String>> csv(String text) {
        return text.lines().skip(1).map(line -> Arrays.asList(line.split(",", -1))).toList();
    }

    private String instrument(int seed) throws SQLException {
        String symbol = "AR" + seed + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        DailyBars.lay(product, symbol, BARS, seed);
        return symbol;
    }

    private String answered(String place, String question) throws InterruptedException {
        return "api/v1/" + place + "/" + Through.ask(quant, place, question).path("id").asText();
    }
}
