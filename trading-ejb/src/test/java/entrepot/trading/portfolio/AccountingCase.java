package entrepot.trading.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.kernel.Money;
import entrepot.trading.execution.FixFrame;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** One case of accounting or of framing, known by what its inputs or expectations are of. Figures that are not understood fail it. */
final class AccountingCase {

    /** Three digits, so that halves of cents are seen. */
    private static final Currency MONEY = Currency.getInstance("KWD");
    private static final Map<String, LotMethod> METHODS = Map.of("FIFO", LotMethod.FIFO, "LIFO", LotMethod.LIFO, "HIFO", LotMethod.HIFO,
            "LOFO", LotMethod.LOFO, "average_cost", LotMethod.AVERAGE);

    private final JsonNode json;
    private final JsonNode inputs;
    private final JsonNode expected;

    AccountingCase(JsonNode json) {
        this.json = json;
        this.inputs = json.path("inputs");
        this.expected = json.path("expected");
    }

    void check() {
        if (expected.isArray()) {
            assertThat(expected).isNotEmpty().allSatisfy(this::commission);
        } else if (inputs.has("buys")) {
            lots();
        } else if (inputs.has("add_10_cents_times")) {
            sum();
        } else if (inputs.has("stock")) {
            hedgedStock();
        } else if (inputs.has("begin_string")) {
            framing();
        } else {
            fail("inputs " + inputs + " are of an unknown kind");
        }
    }

    private void commission(JsonNode given) {
        boolean future = given.path("mode").asText().equals("future");
        assertThat(given.path("mode").asText()).isIn("stock", "future");
        long price = price(given.path("price"));
        long units = units(given.path("size"));
        Contract contract = future
                ? Contract.future("F", MONEY, given.path("mult").asLong(), minor(given.path("margin")))
                : Contract.share("S", MONEY);
        FeeSchedule fees = new FeeSchedule(billionths(given.path("commission_rate"), 0),
                billionths(given.path("commission_per_contract"), MONEY.getDefaultFractionDigits()), 0, 0, 0);
        Portfolio portfolio = new Portfolio(LotMethod.FIFO);
        portfolio.add(contract);
        long fee = fees.of(contract.value(price, units), units);
        portfolio.trade(0, 0, units, price, fee);
        given.properties().forEach(figure -> {
            String name = figure.getKey();
            if (name.equals("commission")) {
                close(name, major(fee), figure.getValue());
                close(name, -major(portfolio.entries().stream().filter(one -> one.kind() == CashKind.FEE).findFirst().orElseThrow().amount().minor()),
                        figure.getValue());
            } else if (name.equals("value")) {
                close(name, major(contract.tiedUp(price, units)), figure.getValue());
            } else if (name.startsWith("pnl_to_")) {
                close(name, major(portfolio.position(0).unrealised(price(name.substring(7)))), figure.getValue());
            } else if (name.startsWith("cash_adjust_to_")) {
                long before = portfolio.cash(0);
                portfolio.settle(0, 0, price(name.substring(15)));
                close(name, major(portfolio.cash(0) - before), figure.getValue());
            } else {
                assertThat(name).isIn("mode", "commission_rate", "commission_per_contract", "mult", "margin", "size", "price");
            }
        });
    }

    private void lots() {
        expected.path("realized_gain").properties().forEach(method -> {
            TaxLots lots = bought(method.getKey());
            JsonNode sell = inputs.path("sell");
            long proceeds = Contract.share("S", MONEY).value(price(sell.get(2)), units(sell.get(1)));
            close(method.getKey(), major(proceeds - lots.relieve(units(sell.get(1)))), method.getValue());
            assertThat(lots.units()).isEqualTo(units(expected.path("remaining_quantity")));
        });
        expected.path("remaining_cost").properties().forEach(method -> {
            TaxLots lots = bought(method.getKey());
            lots.relieve(units(inputs.path("sell").get(1)));
            close(method.getKey(), major(lots.value()), method.getValue());
        });
        only("realized_gain", "remaining_quantity", "remaining_cost");
    }

    private TaxLots bought(String method) {
        TaxLots lots = new TaxLots(METHODS.get(method));
        inputs.path("buys").forEach(buy -> lots.add(units(buy.get(1)), Contract.share("S", MONEY).value(price(buy.get(2)), units(buy.get(1)))));
        return lots;
    }

    private void sum() {
        assertThat(inputs.path("scale").asInt()).isEqualTo(2);
        Currency euro = Currency.getInstance("EUR");
        Money exact = Money.zero(euro);
        double drifting = 0;
        for (int at = 0; at < inputs.path("add_10_cents_times").asInt(); at++) {
            exact = exact.plus(new Money(10, euro));
            drifting += 0.1;
        }
        assertThat(exact.decimal().toPlainString()).isEqualTo(expected.path("exact").asText());
        assertThat(drifting).isEqualTo(expected.path("double_sum").asDouble());
        only("exact", "double_sum");
    }

    /** Goods at moving average beside futures sold against them, in one portfolio. */
    private void hedgedStock() {
        assertThat(inputs.path("method").asText()).isEqualTo("moving average");
        Contract goods = Contract.share("GOODS", MONEY);
        TaxLots stock = new TaxLots(LotMethod.AVERAGE);
        Map<String, Double> found = new LinkedHashMap<>();
        long issued = 0;
        for (JsonNode step : inputs.path("stock")) {
            if (step.get(0).asText().equals("receive")) {
                stock.add(units(step.get(1)), goods.value(price(step.get(2)), units(step.get(1))));
                found.put("avg_cost_after_receipts", major(stock.value()) / (stock.units() / 1e6));
            } else {
                assertThat(step.get(0).asText()).isEqualTo("issue");
                issued += stock.relieve(units(step.get(1)));
            }
        }
        JsonNode hedge = inputs.path("hedge");
        Portfolio portfolio = new Portfolio(LotMethod.FIFO);
        portfolio.add(Contract.future("HEDGE", MONEY, hedge.path("contract_size").asLong(), 0));
        portfolio.trade(0, 0, -units(hedge.path("sell_futures_contracts")), price(hedge.path("entry")), 0);
        portfolio.settle(1, 0, price(hedge.path("settle")));
        found.put("cost_of_issue", major(issued));
        found.put("stock_quantity", stock.units() / 1e6);
        found.put("stock_value_at_cost", major(stock.value()));
        found.put("futures_variation_margin", major(portfolio.cash(0)));
        expected.properties().forEach(figure -> {
            String name = figure.getKey();
            Double value = name.startsWith("stock_at_market_") ? Double.valueOf(major(goods.value(price(name.substring(16)), stock.units())))
                    : found.get(name);
            assertThat(value).as("'" + name + "' is understood").isNotNull();
            close(name, value, figure.getValue());
        });
    }

    private void framing() {
        String soh = inputs.path("soh").asText();
        FixFrame frame = new FixFrame(inputs.path("begin_string").asText(), inputs.path("body").asText().replace(soh, "\u0001"));
        assertThat(frame.message().replace("\u0001", soh)).isEqualTo(expected.path("message").asText());
        assertThat(frame.bodyLength()).isEqualTo(expected.path("body_length").asInt());
        assertThat(frame.checksum()).isEqualTo(expected.path("checksum").asText());
        assertThat(FixFrame.read(frame.message())).isEqualTo(frame);
        only("message", "body_length", "checksum");
    }

    private void only(String... known) {
        expected.properties().forEach(figure -> assertThat(figure.getKey()).isIn((Object[]) known));
    }

    private void close(String name, double found, JsonNode wanted) {
        assertThat(found).as(name).isCloseTo(wanted.asDouble(), within(json.path("tolerance_abs").asDouble()));
    }

    private static long price(JsonNode node) {
        return price(node.asText());
    }

    private static long price(String text) {
        return new BigDecimal(text).movePointRight(9).longValueExact();
    }

    private static long units(JsonNode node) {
        return new BigDecimal(node.asText()).movePointRight(6).longValueExact();
    }

    private static long minor(JsonNode node) {
        return Money.of(new BigDecimal(node.asText()), MONEY).minor();
    }

    private static long billionths(JsonNode node, int digits) {
        return node.isMissingNode() ? 0 : new BigDecimal(node.asText()).movePointRight(9 + digits).longValueExact();
    }

    private static double major(long minor) {
        return new Money(minor, MONEY).decimal().doubleValue();
    }
}
