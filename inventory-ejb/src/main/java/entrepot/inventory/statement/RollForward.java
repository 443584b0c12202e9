package entrepot.inventory.statement;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the stock at the beginning of a period, by what happened, to the stock at its end. */
public final class RollForward {

    private RollForward() {}

    /** Goods and what they are worth. @param quantity null where it adds up items of different units */
    public record Cell(Quantity quantity, Money value) {
        public Cell plus(Cell other) {
            return new Cell(quantity.plus(other.quantity), value.plus(other.value));
        }

        private Cell withoutQuantity() {
            return new Cell(null, value);
        }
    }

    /**
     * A sum as the book has it.
     *
     * @param before    whether it is of before the period
     * @param valueKind null for goods alone
     */
    public record Part(
            String code, String name, boolean before, ValueEntry.Kind valueKind, PostingKind kind, Quantity quantity, Money amount) {}

    /** @param flows those in which something happened; opening and flows add up to closing */
    public record Row(String code, String name, Cell opening, Map<Flow, Cell> flows, Cell closing) {

        /** What of {@code flow} there was, zero included. */
        public Cell of(Flow flow) {
            return flows.getOrDefault(flow, new Cell(Quantity.ZERO, Money.zero(opening.value().currency())));
        }

        public Row withoutQuantities() {
            Map<Flow, Cell> values = new EnumMap<>(Flow.class);
            flows.forEach((flow, cell) -> values.put(flow, cell.withoutQuantity()));
            return new Row(code, name, opening.withoutQuantity(), values, closing.withoutQuantity());
        }
    }

    public static Row nothing(String code, String name, Money nothing) {
        Cell zero = new Cell(Quantity.ZERO, nothing);
        return new Row(code, name, zero, Map.of(), zero);
    }

    /** @param parts those of a row one after the other, or anywhere */
    public static List<Row> of(List<Part> parts, Money nothing) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Part part : parts) {
            Row row = rows.computeIfAbsent(part.code() == null ? "" : part.code(),
                    fresh -> nothing(part.code(), part.name(), nothing));
            rows.put(part.code() == null ? "" : part.code(), with(row, part));
        }
        return List.copyOf(rows.values());
    }

    private static Row with(Row row, Part part) {
        Cell cell = new Cell(part.quantity(), part.amount());
        Map<Flow, Cell> flows = new EnumMap<>(Flow.class);
        flows.putAll(row.flows());
        if (!part.before()) {
            flows.merge(Flow.of(part.valueKind(), part.kind()), cell, Cell::plus);
        }
        return new Row(row.code(), row.name(), part.before() ? row.opening().plus(cell) : row.opening(), flows, row.closing().plus(cell));
    }
}
