package entrepot.trading.pricing;

import entrepot.kernel.Quantity;
import entrepot.trading.pricing.Situation.Changes;
import entrepot.trading.pricing.Situation.Cost;
import entrepot.trading.pricing.Situation.DemandRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;

/** A shop with one item: base 10.00, cost 6.00, sells 10 a day, band of 14 to 45 days. */
final class Situations {

    static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    static final BigDecimal CENT = new BigDecimal("0.01");
    static final CoverBand BAND = new CoverBand(14, 45, 2, 14);
    static final PriceRule RULE = rule("0.10", "1.5", "0.05", "0");

    private Situations() {}

    static PriceRule rule(String margin, String mostRatio, String step, String least) {
        return new PriceRule("house rule", new Limits(d(margin), null, null, d(mostRatio)), new Step(d(step), d(step), d(least)),
                new Pace(Duration.ofHours(4), 2), new Ending(CENT, BigDecimal.ZERO), BAND, 180, PriceRule.Mode.PROPOSE);
    }

    static PriceRule endingIn(PriceRule rule, String increment, String offset) {
        return new PriceRule(rule.name(), rule.limits(), rule.step(), rule.pace(), new Ending(d(increment), d(offset)),
                rule.cover(), rule.costAgeDays(), rule.mode());
    }

    static Situation stock(long units) {
        return at("10.00", units);
    }

    static Situation at(String price, long units) {
        return new Situation(NOW, TODAY, d("10.00"), d(price), cost("6.00", 10), Quantity.units(units),
                new DemandRate(10, 182), Changes.NONE);
    }

    static Optional<Cost> cost(String perUnit, int daysAgo) {
        return Optional.of(new Cost(d(perUnit), TODAY.minusDays(daysAgo)));
    }

    static Situation with(Situation s, Optional<Cost> cost) {
        return new Situation(s.now(), s.today(), s.base(), s.price(), cost, s.available(), s.demand(), s.changes());
    }

    static Situation with(Situation s, Changes changes) {
        return new Situation(s.now(), s.today(), s.base(), s.price(), s.cost(), s.available(), s.demand(), changes);
    }

    static Situation with(Situation s, DemandRate demand) {
        return new Situation(s.now(), s.today(), s.base(), s.price(), s.cost(), s.available(), demand, s.changes());
    }

    static Situation withStock(Situation s, Quantity available) {
        return new Situation(s.now(), s.today(), s.base(), s.price(), s.cost(), available, s.demand(), s.changes());
    }

    static Situation charging(Situation s, BigDecimal price) {
        return new Situation(s.now(), s.today(), s.base(), price, s.cost(), s.available(), s.demand(), s.changes());
    }

    static Advice advise(PriceRule rule, Situation situation) {
        return new GuardRails(rule, CENT).advise(new CoverPricer(rule.cover()), situation);
    }

    /** Anything a rule may say, sensible or not. */
    static PriceRule anyRule(Random random) {
        BigDecimal least = random.nextInt(3) == 0 ? cents(random, 3000) : null;
        BigDecimal most = random.nextInt(3) == 0 ? cents(random, 9000) : null;
        BigDecimal ratio = most == null || random.nextBoolean() ? share(random, 0.8, 3) : null;
        String[][] endings = {{"0.01", "0"}, {"0.05", "0"}, {"1", "0.99"}, {"0.10", "0.09"}, {"0.0001", "0"}, {"10", "9.95"}};
        String[] ending = endings[random.nextInt(endings.length)];
        double low = 1 + 60 * random.nextDouble();
        return new PriceRule("rule " + random.nextInt(100),
                new Limits(share(random, -0.2, 0.6), least, most, ratio),
                new Step(share(random, 0, 0.3), share(random, 0, 0.3), random.nextBoolean() ? BigDecimal.ZERO : share(random, 0, 0.02)),
                new Pace(Duration.ofMinutes(random.nextInt(2000)), 1 + random.nextInt(4)),
                new Ending(d(ending[0]), d(ending[1])),
                new CoverBand(low, low + 90 * random.nextDouble(), 0.3 + 5 * random.nextDouble(), random.nextInt(30)),
                random.nextInt(400), random.nextBoolean() ? PriceRule.Mode.PROPOSE : PriceRule.Mode.AUTOMATIC);
    }

    static Situation anySituation(Random random) {
        BigDecimal base = cents(random, 5000);
        BigDecimal price = random.nextInt(4) == 0 ? cents(random, 9000) : base.multiply(share(random, 0.7, 1.4)).setScale(2, java.math.RoundingMode.UP);
        Optional<Cost> cost = random.nextInt(20) == 0
                ? Optional.empty()
                : Optional.of(new Cost(base.multiply(share(random, 0.2, 1.1)), TODAY.minusDays(random.nextInt(250))));
        Optional<Instant> last = random.nextBoolean() ? Optional.empty() : Optional.of(NOW.minusSeconds(random.nextInt(200_000)));
        return new Situation(NOW, TODAY, base, price, cost, new Quantity(random.nextInt(12) == 0 ? 0 : random.nextLong(5_000_000_000L)),
                new DemandRate(random.nextInt(8) == 0 ? 0 : 60 * random.nextDouble(), random.nextInt(182)),
                new Changes(last, last.isEmpty() ? 0 : random.nextInt(3)));
    }

    private static BigDecimal cents(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2);
    }

    private static BigDecimal share(Random random, double least, double most) {
        return BigDecimal.valueOf(Math.round(1e6 * (least + (most - least) * random.nextDouble())), 6);
    }

    static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }
}
