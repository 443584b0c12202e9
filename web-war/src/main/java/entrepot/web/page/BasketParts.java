package entrepot.web.page;

import entrepot.trading.basket.server.BasketFigures;
import entrepot.trading.basket.server.BasketOrderRow;
import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketView;
import entrepot.trading.basket.server.BookingRow;
import entrepot.trading.basket.server.DecisionRow;
import entrepot.trading.basket.server.MemberRow;
import entrepot.trading.pair.Ending;
import entrepot.trading.portfolio.Exact;
import entrepot.web.tearsheet.FigureRows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What the portfolio backtest that is shown is made of: the part of each instrument, and the first orders and bookings. All are in the files. */
@Named
@RequestScoped
public class BasketParts {

    @Inject
    private BasketReport report;

    @Inject
    private BasketPage page;

    @Inject
    private Statistic statistic;

    @Inject
    private Show show;

    private List<Line> lines;
    private List<BasketOrderRow> orders;
    private List<BookingRow> bookings;
    private List<DecisionRow> turns;

    /** @param number from 0; @param weight at the last decision; @param risk its share of the variance then; @param share of the whole gain or loss */
    public record Line(int number, MemberRow row, double weight, double risk, double share) {}

    public record Part(String symbol, double weight) {}

    public List<Line> getLines() {
        if (lines == null) {
            lines = finished() ? read() : List.of();
        }
        return lines;
    }

    private List<Line> read() {
        List<MemberRow> rows = report.members(page.getShown().number());
        DecisionRow last = report.lastDecision(page.getShown().number()).orElse(null);
        double whole = sum(MemberRow::profit, rows);
        List<Line> read = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            read.add(new Line(at, rows.get(at), last == null ? 0 : last.weights()[at], last == null ? 0 : last.risk()[at],
                    whole == 0 ? Double.NaN : rows.get(at).profit() / whole));
        }
        return read;
    }

    /** Time of the last decision, 0 where there is none. */
    public long getDecided() {
        return finished() ? report.lastDecision(page.getShown().number()).map(DecisionRow::time).orElse(0L) : 0;
    }

    /** Of all instruments, minor units: that of one column of their table. */
    public long sum(String column) {
        List<MemberRow> rows = getLines().stream().map(Line::row).toList();
        return switch (column) {
            case "bought" -> sum(MemberRow::bought, rows);
            case "sold" -> sum(MemberRow::sold, rows);
            case "fees" -> sum(MemberRow::fees, rows);
            case "borrow" -> sum(MemberRow::borrow, rows);
            case "dividends" -> sum(MemberRow::dividends, rows);
            case "splits" -> sum(MemberRow::splits, rows);
            case "worth" -> sum(MemberRow::worth, rows);
            default -> sum(MemberRow::profit, rows);
        };
    }

    private static long sum(ToLongFunction<MemberRow> column, List<MemberRow> rows) {
        return rows.stream().mapToLong(column).sum();
    }

    public List<BasketOrderRow> getOrders() {
        if (orders == null) {
            orders = finished() ? report.orders(page.getShown().number(), 0, BacktestPage.TRADES) : List.of();
        }
        return orders;
    }

    public List<BookingRow> getBookings() {
        if (bookings == null) {
            bookings = finished() ? report.bookings(page.getShown().number(), 0, BacktestPage.TRADES) : List.of();
        }
        return bookings;
    }

    /** What came of it beside equal weights: the figures of any backtest, then those of portfolios. */
    public List<FigureRows.Row> getFigures() {
        BasketFigures found = page.getShown().result();
        List<FigureRows.Row> rows = new ArrayList<>(
                statistic.rows(page.getShown(), found.hold(), money(found.end()), money(found.holdEnd()), found.currency()));
        rows.add(row("turnover", statistic.share(found.turnover()), statistic.share(found.holdTurnover())));
        rows.add(row("beyond", statistic.ratio(found.informationRatio()), "–"));
        rows.add(row("beyond.probability", statistic.share(found.beyondProbability()), "–"));
        rows.add(row("borrow", statistic.amount(money(found.borrow())), "–"));
        rows.add(row("liquidations", show.count((long) found.liquidations()), "–"));
        return rows;
    }

    private FigureRows.Row row(String label, String one, String other) {
        return new FigureRows.Row(show.word("basket", label), one, other);
    }

    /** Of a spread: when it was entered and left, the first of them. */
    public List<DecisionRow> getTurns() {
        if (turns == null) {
            turns = finished() && page.getShown().experiment().rule().kind().tradesSpread()
                    ? report.decisions(page.getShown().number(), 0, BacktestPage.TRADES) : List.of();
        }
        return turns;
    }

    /** Of those shown, how often the alarm rang. */
    public long getBroken() {
        return getTurns().stream().filter(row -> row.turn().ending() == Ending.BROKEN).count();
    }

    /** Weights of a decision, one instrument after the other. */
    public List<Part> weights(DecisionRow row) {
        List<String> symbols = page.getShown().experiment().symbols();
        return IntStream.range(0, symbols.size()).filter(at -> row.weights()[at] != 0).mapToObj(at -> new Part(symbols.get(at), row.weights()[at])).toList();
    }

    /** Of minor units, as a number. */
    public double money(long minor) {
        BasketFigures found = page.getShown().result();
        return found.money(minor).doubleValue();
    }

    public double units(long millionths) {
        return BigDecimal.valueOf(millionths, 6).doubleValue();
    }

    public double price(long billionths) {
        return Exact.decimal(billionths, Exact.PRICE);
    }

    private boolean finished() {
        BasketView shown = page.getShown();
        return shown != null && shown.result() != null;
    }
}
