package entrepot.web.api;

import entrepot.trading.basket.Order;
import entrepot.trading.basket.server.BasketCurve;
import entrepot.trading.basket.server.BasketOrderRow;
import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketView;
import entrepot.web.arrow.ArrowStream;
import entrepot.web.arrow.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Days and orders of a portfolio backtest as columns, read part by part. Units, prices and money of orders are exact. */
final class BasketArrow {

    private static final int PART = 1000;
    private static final int UNITS = 6;
    private static final int PRICES = 9;

    private BasketArrow() {}

    static void days(BasketReport report, BasketView view, OutputStream out) throws IOException {
        List<String> symbols = view.experiment().symbols();
        Column at = Column.moment("at");
        Column worth = Column.number("worth");
        Column equal = Column.number("equal_weights");
        Column cash = Column.number("cash");
        List<Column> weights = symbols.stream().map(symbol -> Column.number("weight_" + symbol)).toList();
        List<Column> all = new ArrayList<>(List.of(at, worth, equal, cash));
        all.addAll(weights);
        try (ArrowStream stream = new ArrowStream(out, all)) {
            Optional<BasketCurve> curve = report.part(view.number(), 0, symbols.size());
            for (int part = 1; curve.isPresent(); part++) {
                BasketCurve of = curve.get();
                for (int day = 0; day < of.size(); day++) {
                    at.time(of.times()[day]);
                    worth.set(of.equity()[day]);
                    equal.set(of.hold()[day]);
                    cash.set(of.cash()[day]);
                    for (int member = 0; member < weights.size(); member++) {
                        weights.get(member).set(of.weights()[member][day]);
                    }
                    stream.endRow();
                }
                curve = report.part(view.number(), part, symbols.size());
            }
        }
    }

    static void orders(BasketReport report, BasketView view, OutputStream out) throws IOException {
        int money = Currency.getInstance(view.result().currency()).getDefaultFractionDigits();
        Column number = Column.count("number");
        Column instrument = Column.word("instrument", view.experiment().symbols());
        Column givenAt = Column.moment("given_at");
        Column units = Column.decimal("units", UNITS);
        Column state = Column.word("state", Order.State.values());
        Column filled = Column.decimal("filled", UNITS);
        Column endedAt = Column.moment("ended_at");
        Column price = Column.decimal("price", PRICES);
        Column value = Column.decimal("value", money);
        Column fee = Column.decimal("fee", money);
        try (ArrowStream stream = new ArrowStream(out, List.of(number, instrument, givenAt, units, state, filled, endedAt, price, value, fee))) {
            List<BasketOrderRow> rows = report.orders(view.number(), 0, PART);
            while (!rows.isEmpty()) {
                for (BasketOrderRow row : rows) {
                    number.set((long) row.number());
                    instrument.set(row.symbol());
                    givenAt.time(row.givenTime());
                    units.set(row.units());
                    state.set(row.state().name());
                    filled.set(row.filled());
                    if (row.endedTime() != null) {
                        endedAt.time(row.endedTime());
                    }
                    if (row.price() != 0) {
                        price.set(row.price());
                    }
                    value.set(row.value());
                    fee.set(row.fee());
                    stream.endRow();
                }
                rows = report.orders(view.number(), rows.get(rows.size() - 1).number(), PART);
            }
        }
    }
}
