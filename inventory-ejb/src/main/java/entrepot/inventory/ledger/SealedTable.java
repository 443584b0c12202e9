package entrepot.inventory.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A table of another feature whose rows are evidence: written once with a posting, and sealed with it.
 *
 * @param columns without {@code posting_seq}; what is sealed is read back by their order, so a new one goes to the end
 */
public record SealedTable(String name, List<String> columns) {

    public static final List<SealedTable> ALL = List.of(
            new SealedTable("sale", List.of("customer_id", "channel", "net", "discount", "tax", "total")),
            new SealedTable("sale_line", List.of("movement_id", "item_id", "business_date", "quantity", "unit_price", "gross",
                    "discount", "net", "tax", "tax_code")),
            new SealedTable("sale_kit", List.of("line_no", "kit_line", "item_id", "quantity", "unit_price")),
            new SealedTable("tender", List.of("line_no", "kind", "amount")),
            new SealedTable("stock_count_result", List.of("movement_id", "count_id", "line_no", "item_id", "location_id", "counted_on",
                    "expected", "counted", "book_worth", "worth", "reason",
                    "expected_pieces", "counted_pieces")),
            new SealedTable("purchase_order_receipt", List.of("movement_id", "order_id", "line_no", "quantity", "received_on")),
            new SealedTable("receipt_discrepancy", List.of("order_id", "line_no", "delivered", "accepted", "damaged", "kept", "over_order",
                    "reason")),
            new SealedTable("invoice_settlement", List.of("invoice_id", "line_no", "movement_id", "quantity", "amount", "difference",
                    "exchange")),
            new SealedTable("invoice_tax", List.of("invoice_id", "line_no", "tax_code", "base", "tax", "due")),
            new SealedTable("foreign_amount", List.of("line_no", "currency", "rate", "unit_price", "amount")),
            new SealedTable("costing_change", List.of("item_id", "was", "becomes", "was_period", "period", "application", "ground")),
            new SealedTable("scope_change", List.of("item_id", "was", "becomes", "ground", "application")),
            new SealedTable("scope_comparative", List.of("item_id", "month", "amount")),
            new SealedTable("payable_revaluation", List.of("invoice_seq", "currency", "rate", "owed", "worth", "difference")),
            new SealedTable("lot_expiry", List.of("lot_id", "was", "becomes")));

    private static final String OF_POSTING = "posting_seq";
    private static final int DECIMALS = 6;

    public SealedTable {
        columns = List.copyOf(columns);
    }

    /** The records of a posting, in the order of the tables and, inside one, of their text. */
    static List<Object[]> records(Posted posted, List<Alongside> alongside) {
        List<Object[]> records = new ArrayList<>();
        for (SealedTable table : ALL) {
            List<Object[]> rows = new ArrayList<>();
            alongside.forEach(companion -> table.rows(companion, posted, rows));
            records.addAll(sorted(rows));
        }
        return records;
    }

    public static List<Object[]> sorted(List<Object[]> records) {
        record Named(String text, Object[] record) {}
        return records.stream()
                .map(record -> new Named(Arrays.toString(record), record)) // its text once, not at each comparison
                .sorted(Comparator.comparing(Named::text))
                .map(Named::record)
                .toList();
    }

    private void rows(Alongside companion, Posted posted, List<Object[]> found) {
        inserted(companion.sql()).ifPresent(names -> {
            int[] places = columns.stream().mapToInt(names::indexOf).toArray();
            companion.rows(posted).forEach(row -> found.add(record(Arrays.stream(places).mapToObj(row::get).toArray())));
        });
    }

    /** The columns that a statement fills, where it adds rows to this table. */
    private Optional<List<String>> inserted(String sql) {
        String start = "INSERT INTO " + name + " (";
        if (!sql.startsWith(start)) {
            return Optional.empty();
        }
        List<String> names = List.of(sql.substring(start.length(), sql.indexOf(')')).split(", *"));
        if (!names.contains(OF_POSTING) || !names.containsAll(columns)) {
            throw new IllegalStateException("what is written to " + name + " is not what is sealed of it: " + names);
        }
        return Optional.of(names);
    }

    /** @param values in the order of the columns, as the database holds them or as they are written to it */
    public Object[] record(Object... values) {
        int length = values.length;
        while (length > 0 && values[length - 1] == null) {
            length--;
        }
        Object[] record = new Object[length + 2];
        record[0] = "A";
        record[1] = name;
        for (int i = 0; i < length; i++) {
            record[i + 2] = text(values[i]);
        }
        return record;
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof UUID id ? id.toString().replace("-", "") : value == null ? null : value.toString();
    }
}
