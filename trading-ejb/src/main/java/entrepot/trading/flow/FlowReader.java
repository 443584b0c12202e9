package entrepot.trading.flow;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns a line into whole numbers, or says what keeps it from them. */
final class FlowReader {

    private static final long LOBSTER_PRICES = 10_000;
    private static final int PRICE_DECIMALS = 9;
    private static final int SIZE_DECIMALS = 6;
    private static final int LONGEST = 300;

    private final FlowKind kind;
    private final int[] places;
    private final FlowClock clock;
    private final boolean lobster;
    private final int cells;

    FlowReader(FlowKind kind, int[] places, FlowClock clock, boolean lobster, int cells) {
        this.kind = kind;
        this.places = places;
        this.clock = clock;
        this.lobster = lobster;
        this.cells = cells;
    }

    /** What cannot be read. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    FlowLine read(CsvRecord row) {
        String text = shortened(String.join(",", row.getFields()));
        try {
            if (row.getFieldCount() != cells) {
                throw new Unreadable("has " + row.getFieldCount() + " cells, must have " + cells);
            }
            long[] values = new long[places.length];
            for (int column = 0; column < values.length; column++) {
                values[column] = places[column] < 0 ? FlowLine.ABSENT : value(kind.columns().get(column), row.getField(places[column]).strip());
            }
            return new FlowLine(row.getStartingLineNumber(), ofNoOrder(lobster ? lobster(values, row) : values), text, null);
        } catch (Unreadable problem) {
            return new FlowLine(row.getStartingLineNumber(), null, text, shortened(problem.getMessage()));
        }
    }

    private long value(String column, String cell) throws Unreadable {
        return switch (column) {
            case "time" -> clock.read(cell).orElseThrow(() -> new Unreadable("time '" + cell + "' is no moment: " + clock.words()));
            case "action" -> (lobster ? FlowAction.lobster(cell) : FlowAction.read(cell)).map(Enum::ordinal)
                    .orElseThrow(() -> new Unreadable("action '" + cell + "' is none of " + (lobster ? "1 to 5" : List.of(FlowAction.values()))));
            case "order" -> cell.isEmpty() ? FlowLine.ABSENT : number(column, cell, 0);
            case "side" -> side(cell);
            case "price", "bid", "ask" -> kind == FlowKind.ORDERS && cell.isEmpty() ? FlowLine.ABSENT : number(column, cell, PRICE_DECIMALS);
            default -> kind == FlowKind.ORDERS && cell.isEmpty() ? FlowLine.ABSENT : number(column, cell, SIZE_DECIMALS);
        };
    }

    private static long side(String cell) throws Unreadable {
        return switch (cell.toUpperCase(Locale.ROOT)) {
            case "BUY", "BID", "B", "1" -> 1;
            case "SELL", "ASK", "A", "S", "-1" -> -1;
            case "" -> FlowLine.ABSENT;
            default -> throw new Unreadable("side '" + cell + "' is none of BUY, SELL, BID, ASK, B, S, A, 1, -1");
        };
    }

    private static long number(String column, String cell, int decimals) throws Unreadable {
        if (!cell.matches("[+-]?[0-9]{1,19}(\\.[0-9]{1,18})?")) {
            throw new Unreadable(column + " '" + cell + "' is no number");
        }
        try {
            return new BigDecimal(cell).movePointRight(decimals).longValueExact();
        } catch (ArithmeticException tooLong) {
            throw new Unreadable(column + " '" + cell + "' has more than " + decimals + " decimals, or is too large");
        }
    }

    /** Its prices are ten-thousandths; a type of 3 takes back all that is left; what was not seen has no number. */
    private long[] lobster(long[] values, CsvRecord row) {
        if (values[FlowKind.PRICE] != FlowLine.ABSENT) {
            values[FlowKind.PRICE] /= LOBSTER_PRICES;
        }
        if (row.getField(places[FlowKind.ACTION]).strip().equals("3")) {
            values[FlowKind.SIZE] = FlowLine.ABSENT;
        }
        return values;
    }

    /** A trade between others names no order of the book, and what clears the book says nothing else. */
    private long[] ofNoOrder(long[] values) {
        FlowAction action = kind == FlowKind.ORDERS ? FlowAction.of(values[FlowKind.ACTION]) : null;
        if (action == FlowAction.TRADE) {
            values[FlowKind.ORDER] = 0;
            values[FlowKind.SIDE] = values[FlowKind.SIDE] == FlowLine.ABSENT ? 0 : values[FlowKind.SIDE];
        } else if (action == FlowAction.CLEAR) {
            Arrays.fill(values, FlowKind.ORDER, values.length, 0);
        }
        return values;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}
