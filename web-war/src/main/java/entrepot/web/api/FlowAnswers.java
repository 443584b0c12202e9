package entrepot.web.api;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowAction;
import entrepot.trading.flow.FlowGap;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.flow.FlowReason;
import entrepot.trading.market.server.FlowSeries;
import entrepot.trading.market.server.HeldFlow;
import entrepot.trading.market.server.HeldStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flows as clients see them: moments to the nanosecond, prices and sizes as decimals. */
final class FlowAnswers {

    private FlowAnswers() {}

    /** @param first absent where there are no rows, as {@code last} and {@code dataHash}, SHA-256 of all rows: the version of the data */
    record Series(FlowKind kind, long rows, Instant first, Instant last, int gaps, long held, String dataHash) {
        static Series of(FlowSeries one) {
            return new Series(one.kind(), one.size(), one.firstTime() == null ? null : Flow.moment(one.firstTime()),
                    one.lastTime() == null ? null : Flow.moment(one.lastTime()), one.gaps(), one.held(), one.dataHash());
        }
    }

    record Gap(Instant after, Instant before) {
        static Gap of(FlowGap gap) {
            return new Gap(Flow.moment(gap.after()), Flow.moment(gap.before()));
        }
    }

    record Held(String id, long line, FlowReason reason, String detail, String text, LocalDateTime heldAt, HeldStatus status, LocalDateTime decidedAt,
            String decidedBy, String note) {
        static Held of(HeldFlow row) {
            return new Held(Long.toString(row.id()), row.line(), row.reason(), row.detail(), row.text(), row.heldAt(), row.status(), row.decidedAt(),
                    row.decidedBy(), row.note());
        }
    }

    /** By the names of the columns, with the number of the row in its series, from 1. */
    static Map<String, Object> row(Flow flow, int row, long number) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("number", number);
        List<String> columns = flow.kind().columns();
        for (int column = 0; column < columns.size(); column++) {
            cells.put(columns.get(column), cell(flow.kind(), column, flow.value(row, column)));
        }
        return cells;
    }

    static Object cell(FlowKind kind, int column, long value) {
        if (column == FlowKind.TIME) {
            return Flow.moment(value).toString();
        }
        return switch (kind.columns().get(column)) {
            case "action" -> FlowAction.of(value).name();
            case "order" -> Long.toString(value);
            case "side" -> value > 0 ? "BUY" : value < 0 ? "SELL" : "";
            case "price", "bid", "ask" -> plain(value, 9);
            default -> plain(value, 6);
        };
    }

    private static String plain(long value, int decimals) {
        return value == 0 ? "0" : BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
    }
}
