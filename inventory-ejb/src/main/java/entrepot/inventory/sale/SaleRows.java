package entrepot.inventory.sale;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Posted;
import entrepot.kernel.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The rows of a sale beside its posting: head, lines, tenders; a return has them with the other sign. */
final class SaleRows {

    static final String HEAD =
            "INSERT INTO sale (posting_seq, customer_id, channel, net, discount, tax, total) VALUES (?, ?, ?, ?, ?, ?, ?)";
    static final String LINE = "INSERT INTO sale_line (movement_id, posting_seq, item_id, business_date, quantity,"
            + " unit_price, gross, discount, net, tax, tax_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String TENDER = "INSERT INTO tender (posting_seq, line_no, kind, amount) VALUES (?, ?, ?, ?)";

    private SaleRows() {}

    static List<Alongside> of(ResolvedSale sale) {
        return List.of(
                new Alongside.Rows(HEAD, false, posted -> List.of(head(sale, posted))),
                new Alongside.Rows(LINE, false, posted -> each(sale.lines(), (number, line) -> lines(sale, line, number, posted)).stream()
                        .flatMap(List::stream).toList()),
                new Alongside.Rows(TENDER, false, posted -> each(sale.tenders(), (number, tender) -> row(
                        posted.seq(), number, tender.kind().name(), sale.signed(tender.amount()).minor()))));
    }

    private static List<Object> head(ResolvedSale sale, Posted posted) {
        return row(posted.seq(), sale.customer(), sale.sale().channel(), sum(sale, LineAmounts::net),
                sum(sale, LineAmounts::discount), sum(sale, LineAmounts::tax), sale.signed(sale.total()).minor());
    }

    /** One row a movement: a line of several lots has as many, which share its amounts by quantity to the last penny. */
    private static List<List<Object>> lines(ResolvedSale sale, ResolvedSale.Line line, int number, Posted posted) {
        List<List<Object>> rows = new ArrayList<>();
        LineAmounts amounts = line.amounts();
        long whole = line.asked().quantity().millionths();
        long done = 0;
        for (Movement movement : posted.ofLine(number)) {
            long part = Math.abs(movement.quantity().millionths());
            Money gross = part(amounts.gross(), done, part, whole);
            Money discount = part(amounts.discount(), done, part, whole);
            rows.add(row(movement.id(), posted.seq(), line.item().value(), sale.sale().businessDate(), -movement.quantity().millionths(),
                    line.unitPrice(), sale.signed(gross).minor(), sale.signed(discount).minor(),
                    sale.signed(gross.minus(discount)).minor(), sale.signed(part(amounts.tax(), done, part, whole)).minor(),
                    line.taxCode()));
            done += part;
        }
        return rows;
    }

    private static Money part(Money amount, long done, long part, long whole) {
        return amount.share(done + part, whole).minus(amount.share(done, whole));
    }

    private static long sum(ResolvedSale sale, Function<LineAmounts, Money> figure) {
        return sale.lines().stream()
                .map(line -> sale.signed(figure.apply(line.amounts())))
                .reduce(Money.zero(sale.currency()), Money::plus)
                .minor();
    }

    private static <T, R> List<R> each(List<T> parts, BiFunction<Integer, T, R> row) {
        return IntStream.range(0, parts.size()).mapToObj(number -> row.apply(number, parts.get(number))).toList();
    }

    /** A row may hold nulls, which {@code List.of} would refuse. */
    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }
}
