package entrepot.web.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;

/** What we write is read back by Arrow for Java, which is an implementation of its own. */
class ArrowStreamTest {

    private static final long DAY = 86_400_000;

    /** All kinds of columns. */
    private static List<Column> all() {
        return List.of(Column.day("day"), Column.moment("at"), Column.number("price"), Column.count("number"), Column.decimal("money", 2),
                Column.word("side", List.of("LONG", "SHORT", "Übrig")), Column.flag("open"));
    }

    @Test
    void columnsAreTyped() throws IOException {
        Schema schema = reader(write(all(), List.of())).getVectorSchemaRoot().getSchema();
        assertThat(schema.getFields()).extracting(field -> field.getName() + " " + field.getType()).containsExactly("day Date(DAY)", "at Timestamp(MICROSECOND, UTC)",
                "price FloatingPoint(DOUBLE)", "number Int(64, true)", "money Decimal(19, 2, 128)", "side Int(8, true)", "open Bool");
        assertThat(schema.getFields()).allMatch(field -> field.isNullable());
        assertThat(schema.getFields().get(5).getDictionary().getIndexType()).hasToString("Int(8, true)");
    }

    @Test
    void valuesAreThoseThatWereSetBatchByBatch() throws IOException {
        for (int rows : new int[] {0, 1, 7, 8, 9, ArrowStream.ROWS - 1, ArrowStream.ROWS, ArrowStream.ROWS + 1, 3 * ArrowStream.ROWS + 17}) {
            List<Object[]> made = made(rows, rows);
            List<Integer> batches = new ArrayList<>();
            List<Object[]> read = read(write(all(), made), batches);
            assertThat(read).as("seed and rows " + rows).usingRecursiveComparison().isEqualTo(made);
            assertThat(batches).allMatch(size -> size > 0 && size <= ArrowStream.ROWS).hasSize((rows + ArrowStream.ROWS - 1) / ArrowStream.ROWS);
        }
    }

    /** Extremes, and about one in five of the values missing. */
    private static List<Object[]> made(int seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] words = {"LONG", "SHORT", "Übrig"};
        List<Object[]> made = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Object[] values = {random.nextInt(-800_000, 2_900_000), random.nextLong(-62_000_000_000_000L, 253_000_000_000_000L) * 1000, random.nextGaussian() * 1e9,
                    random.nextInt(9) == 0 ? Long.MIN_VALUE : random.nextLong(), BigDecimal.valueOf(random.nextInt(9) == 0 ? Long.MIN_VALUE : random.nextLong(), 2),
                    words[random.nextInt(3)], random.nextBoolean()};
            for (int at = 0; at < values.length; at++) {
                values[at] = random.nextInt(5) == 0 ? null : values[at];
            }
            made.add(values);
        }
        return made;
    }

    private static byte[] write(List<Column> columns, List<Object[]> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArrowStream stream = new ArrowStream(out, columns)) {
            for (Object[] row : rows) {
                for (int at = 0; at < row.length; at++) {
                    set(columns.get(at), row[at]);
                }
                stream.endRow();
            }
        }
        return out.toByteArray();
    }

    private static void set(Column column, Object value) {
        if (value instanceof Integer day) {
            column.time(day * DAY + 5);
        } else if (value instanceof Long time && column.kind == Column.Kind.MOMENT) {
            column.time(time / 1000);
        } else if (value instanceof Long count) {
            column.set(count.longValue());
        } else if (value instanceof Double number) {
            column.set(number.doubleValue());
        } else if (value instanceof BigDecimal money) {
            column.set(money.unscaledValue().longValueExact());
        } else if (value instanceof String word) {
            column.set(word);
        } else if (value instanceof Boolean flag) {
            column.set(flag.booleanValue());
        }
    }

    private static ArrowStreamReader reader(byte[] stream) {
        return new ArrowStreamReader(new ByteArrayInputStream(stream), new RootAllocator());
    }

    private static List<Object[]> read(byte[] stream, List<Integer> batches) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        try (ArrowStreamReader reader = reader(stream)) {
            while (reader.loadNextBatch()) {
                List<FieldVector> vectors = reader.getVectorSchemaRoot().getFieldVectors();
                batches.add(reader.getVectorSchemaRoot().getRowCount());
                try (var words = DictionaryEncoder.decode(vectors.get(5), reader.getDictionaryVectors().get(5L))) {
                    for (int row = 0; row < reader.getVectorSchemaRoot().getRowCount(); row++) {
                        rows.add(new Object[] {((DateDayVector) vectors.get(0)).isNull(row) ? null : ((DateDayVector) vectors.get(0)).get(row),
                                ((TimeStampMicroTZVector) vectors.get(1)).getObject(row), ((Float8Vector) vectors.get(2)).getObject(row),
                                ((BigIntVector) vectors.get(3)).getObject(row), ((DecimalVector) vectors.get(4)).getObject(row),
                                ((TinyIntVector) vectors.get(5)).isNull(row) ? null : words.getObject(row).toString(), ((BitVector) vectors.get(6)).getObject(row)});
                    }
                }
            }
            assertThat(reader.bytesRead()).as("nothing behind the end").isEqualTo(stream.length);
        }
        return rows;
    }

    /** Whoever reads what was cut off must not take it for the whole. */
    @Test
    void aStreamThatWasCutOffHasNoEnd() throws IOException {
        byte[] whole = write(all(), made(3, 10));
        assertThat(whole).endsWith((byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
        assertThat(whole.length % 8).isZero();
    }

    @Test
    void whatIsNoNumberIsMissing() throws IOException {
        List<Column> price = List.of(Column.number("price"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArrowStream stream = new ArrowStream(out, price)) {
            for (double value : new double[] {Double.NaN, 1, Double.POSITIVE_INFINITY, -0.0}) {
                price.get(0).set(value);
                stream.endRow();
            }
        }
        try (ArrowStreamReader reader = reader(out.toByteArray())) {
            reader.loadNextBatch();
            Float8Vector read = (Float8Vector) reader.getVectorSchemaRoot().getVector("price");
            assertThat(List.of(read.isNull(0), read.isNull(1), read.isNull(2), read.isNull(3))).containsExactly(true, false, true, false);
            assertThat(read.getNullCount()).isEqualTo(2);
            assertThat(read.get(1)).isEqualTo(1);
        }
    }

    @Test
    void noMoreThanABatchIsHeld() throws IOException {
        List<Column> columns = List.of(Column.count("number"));
        long[] most = new long[2];
        OutputStream counted = new OutputStream() {
            @Override
            public void write(int one) {
                most[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                most[0] += length;
                most[1] = Math.max(most[1], length);
            }
        };
        try (ArrowStream stream = new ArrowStream(counted, columns)) {
            for (int row = 0; row < 1_000_000; row++) {
                columns.get(0).set((long) row);
                stream.endRow();
            }
        }
        assertThat(most[0]).isGreaterThan(8_000_000);
        assertThat(most[1]).isLessThanOrEqualTo(8L * ArrowStream.ROWS);
    }

    @Test
    void whatDoesNotFitItsColumnIsRefused() {
        assertThatThrownBy(() -> Column.day("when").set(1.5)).hasMessage("column when is DAY, not NUMBER");
        assertThatThrownBy(() -> Column.word("side", List.of("LONG", "SHORT")).set("UP")).hasMessage("column side has no word 'UP', has [LONG, SHORT]");
        assertThatThrownBy(() -> Column.word("many", java.util.stream.IntStream.range(0, 128).mapToObj(Integer::toString).toList())).hasMessageContaining("128 words");
        assertThatThrownBy(() -> Column.moment("at").time(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
