package entrepot.web.api;

import entrepot.inventory.ledger.Posted;
import entrepot.kernel.Money;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a posting makes of a month's figures.
 *
 * @param margin income less expenses, plus where the month becomes better
 * @param stock  value of stock at the month's end, with what changes in the months before
 */
public record MonthChange(YearMonth month, BigDecimal margin, BigDecimal stock) {

    /** @param kinds of the accounts, by code */
    static List<MonthChange> of(Posted posted, Map<String, String> kinds) {
        Map<YearMonth, List<JournalLine>> months = posted.journal().lines().stream()
                .collect(Collectors.groupingBy(line -> YearMonth.from(posted.dateOf(line)), TreeMap::new, Collectors.toList()));
        List<MonthChange> changes = new ArrayList<>();
        BigDecimal stock = BigDecimal.ZERO;
        for (Map.Entry<YearMonth, List<JournalLine>> month : months.entrySet()) {
            stock = stock.add(sum(month.getValue().stream().filter(line -> line.movement() != null && is(line, kinds, "ASSET"))));
            BigDecimal result = sum(month.getValue().stream().filter(line -> is(line, kinds, "INCOME") || is(line, kinds, "EXPENSE")));
            changes.add(new MonthChange(month.getKey(), result.negate(), stock));
        }
        return changes;
    }

    private static boolean is(JournalLine line, Map<String, String> kinds, String kind) {
        return kind.equals(kinds.get(line.account().code()));
    }

    private static BigDecimal sum(Stream<JournalLine> lines) {
        return lines.map(JournalLine::amount).map(Money::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Two postings that are made as one. */
    static List<MonthChange> together(Collection<MonthChange> one, Collection<MonthChange> other) {
        return Stream.concat(one.stream(), other.stream()).map(MonthChange::month).distinct().sorted()
                .map(month -> new MonthChange(month, margin(one, month).add(margin(other, month)), stock(one, month).add(stock(other, month))))
                .toList();
    }

    private static BigDecimal margin(Collection<MonthChange> changes, YearMonth month) {
        return changes.stream().filter(one -> one.month.equals(month)).map(MonthChange::margin).findFirst().orElse(BigDecimal.ZERO);
    }

    private static BigDecimal stock(Collection<MonthChange> changes, YearMonth month) {
        return changes.stream().filter(one -> !one.month.isAfter(month)).map(MonthChange::stock).reduce(BigDecimal.ZERO, (first, second) -> second);
    }
}
