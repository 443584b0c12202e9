package entrepot.trading.basket.server;

import entrepot.trading.basket.Member;
import entrepot.trading.basket.Universe;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.server.MarketData;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The instruments of portfolios with their bars, splits and dividends. */
@ApplicationScoped
public class BasketSource {

    @EJB
    private MarketData market;

    /** Why no portfolio can be asked of some instruments. @param code {@code unknown-instrument} or {@code other-currency} */
    public record Objection(String code, String detail) {}

    /** None where they are all there, in one currency. */
    /** @param futures whether they may be among them */
    public Optional<Objection> objection(List<String> symbols, boolean futures) {
        List<String> unknown = symbols.stream().filter(symbol -> market.instrument(symbol).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return Optional.of(new Objection("unknown-instrument", "no instrument " + String.join(", ", unknown)));
        }
        List<String> contracts = symbols.stream().filter(symbol -> market.instrument(symbol).orElseThrow().kind().isFuture()).toList();
        if (!futures && !contracts.isEmpty()) {
            return Optional.of(new Objection("future", String.join(", ", contracts) + (contracts.size() == 1 ? " is a future" : " are futures")
                    + "; strategies of one instrument trade futures, pairs, portfolios and market making do not"));
        }
        String currency = code(symbols.get(0));
        List<String> others = symbols.stream().filter(symbol -> !code(symbol).equals(currency)).map(symbol -> symbol + " in " + code(symbol)).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Objection("other-currency",
                "must all be priced in " + currency + " as " + symbols.get(0) + ", not " + String.join(", ", others)));
    }

    public Currency currency(List<String> symbols) {
        return Currency.getInstance(code(symbols.get(0)));
    }

    private String code(String symbol) {
        return market.instrument(symbol).map(Instrument::currency).orElseThrow();
    }

    /**
     * @param from null for all days; @param to likewise
     * @throws IllegalStateException where there are no bars to run on
     */
    public Universe universe(List<String> symbols, LocalDate from, LocalDate to) {
        List<Member> members = symbols.stream().map(symbol -> new Member(symbol, market.bars(symbol, from, to, null), market.actions(symbol))).toList();
        List<String> empty = members.stream().filter(member -> member.bars().size() == 0).map(Member::symbol).toList();
        if (!empty.isEmpty()) {
            throw new IllegalStateException("no daily bars in that time of " + String.join(", ", empty) + "; bring them in, leave them out, or ask for other days");
        }
        Universe universe = Universe.of(members);
        if (universe.days() < 2) {
            throw new IllegalStateException(universe.days() + " day in that time; a portfolio backtest needs 2 or more");
        }
        return universe;
    }
}
