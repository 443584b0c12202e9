package entrepot.trading.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.execution.FixFrame;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeded histories against arithmetic of any length. */
class PortfolioLawsTest {

    private static final long SEED = Long.getLong("laws.seed", 20261127);
    private static final Currency EURO = Currency.getInstance("EUR");

    @Test
    void sharesAreThoseOfArithmeticOfAnyLength() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int step = 0; step < 40_000; step++) {
            long a = random.nextLong() >> random.nextInt(1, 63);
            long b = random.nextLong() >> random.nextInt(1, 63);
            long divisor = Math.max(1, (random.nextLong() >>> 1) >> random.nextInt(0, 60));
            BigDecimal exact = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
            BigInteger half = exact.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP).toBigInteger();
            BigInteger down = exact.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.FLOOR).toBigInteger();
            String what = "seed " + SEED + ": " + a + " * " + b + " / " + divisor;
            if (half.bitLength() <= 63 && down.bitLength() <= 63) {
                assertThat(Exact.share(a, b, divisor)).as(what).isEqualTo(half.longValueExact());
                assertThat(Exact.floor(a, b, divisor)).as(what).isEqualTo(down.longValueExact());
            } else {
                assertThatThrownBy(() -> Exact.share(a, b, divisor)).as(what).isInstanceOf(ArithmeticException.class);
            }
        }
        assertThat(Exact.share(5, 1, 10)).isEqualTo(1);
        assertThat(Exact.share(-5, 1, 10)).isEqualTo(-1);
        assertThat(Exact.share(-4, 1, 10)).isZero();
    }

    private record Lot(long came, BigInteger units, BigInteger value) {
        BigDecimal unitCost() {
            return new BigDecimal(value).divide(new BigDecimal(units), 40, RoundingMode.HALF_EVEN);
        }
    }

    /** The same lots as a list that is sorted for each sale. */
    private static final class NaiveLots {
        private final LotMethod method;
        private List<Lot> lots = new ArrayList<>();
        private long came;

        private NaiveLots(LotMethod method) {
            this.method = method;
        }

        void add(long units, long value) {
            lots.add(new Lot(came++, BigInteger.valueOf(units), BigInteger.valueOf(value)));
            if (method == LotMethod.AVERAGE) {
                lots = new ArrayList<>(List.of(new Lot(0, sum(true), sum(false))));
            }
        }

        BigInteger sum(boolean units) {
            return lots.stream().map(lot -> units ? lot.units : lot.value).reduce(BigInteger.ZERO, BigInteger::add);
        }

        BigInteger relieve(long wanted) {
            Comparator<Lot> old = Comparator.comparing(Lot::came);
            lots.sort(switch (method) {
                case FIFO, AVERAGE -> old;
                case LIFO -> old.reversed();
                case HIFO -> Comparator.comparing(Lot::unitCost).reversed().thenComparing(old);
                case LOFO -> Comparator.comparing(Lot::unitCost).thenComparing(old);
            });
            BigInteger left = BigInteger.valueOf(wanted);
            BigInteger given = BigInteger.ZERO;
            List<Lot> rest = new ArrayList<>();
            for (Lot lot : lots) {
                BigInteger taken = lot.units.min(left);
                BigInteger value = new BigDecimal(lot.value.multiply(taken)).divide(new BigDecimal(lot.units), 0, RoundingMode.HALF_UP).toBigInteger();
                given = given.add(value);
                left = left.subtract(taken);
                if (taken.compareTo(lot.units) < 0) {
                    rest.add(new Lot(lot.came, lot.units.subtract(taken), lot.value.subtract(value)));
                }
                if (left.signum() == 0) {
                    rest.addAll(lots.subList(lots.indexOf(lot) + 1, lots.size()));
                    break;
                }
            }
            lots = rest;
            return given;
        }
    }

    @ParameterizedTest
    @EnumSource(LotMethod.class)
    void lotsAreGivenUpAsTheNaiveListDoes(LotMethod method) {
        SplittableRandom random = new SplittableRandom(SEED + method.ordinal());
        TaxLots lots = new TaxLots(method);
        NaiveLots naive = new NaiveLots(method);
        for (int step = 0; step < 5_000; step++) {
            String what = method + ", seed " + SEED + ", step " + step;
            if (lots.units() == 0 || random.nextInt(100) < 48) {
                long units = random.nextLong(1, 1_000_000_000);
                long value = random.nextLong(-100, 1_000_000);
                lots.add(units, value);
                naive.add(units, value);
            } else {
                long wanted = random.nextInt(10) == 0 ? lots.units() : random.nextLong(0, Math.min(lots.units(), 3_000_000_000L) + 1);
                assertThat(BigInteger.valueOf(lots.relieve(wanted))).as(what).isEqualTo(naive.relieve(wanted));
            }
            assertThat(lots.lots()).as(what).isEqualTo(naive.lots.size());
            assertThat(BigInteger.valueOf(lots.units())).as(what).isEqualTo(naive.sum(true));
            assertThat(BigInteger.valueOf(lots.value())).as(what).isEqualTo(naive.sum(false));
            if (lots.units() == 0) {
                assertThat(lots.value()).as(what).isZero();
            }
        }
        assertThatThrownBy(() -> lots.relieve(lots.units() + 1)).hasMessageStartingWith("wanted ");
    }

    /** Whatever was traded: cash is the sum of its entries, and once all is closed cash is what was gained. */
    @ParameterizedTest
    @EnumSource(LotMethod.class)
    void cashIsItsEntriesAndGainsOfWhatIsClosedAreCash(LotMethod method) {
        SplittableRandom random = new SplittableRandom(SEED + 100 + method.ordinal());
        for (int history = 0; history < 100; history++) {
            Portfolio portfolio = new Portfolio(method);
            portfolio.add(Contract.share("S", EURO));
            portfolio.add(Contract.future("F", EURO, 10, 500_00));
            long fees = 0;
            for (int step = 0; step < 60; step++) {
                int instrument = random.nextInt(2);
                long price = random.nextLong(-5_000_000_000L, 300_000_000_000L);
                long held = portfolio.position(instrument).units();
                long traded = random.nextInt(5) == 0 && held != 0 ? -held : random.nextLong(-9_000_000, 9_000_000);
                long fee = random.nextLong(0, 300);
                fees += fee;
                portfolio.trade(step, instrument, traded == 0 ? 1 : traded, price, fee);
                portfolio.settle(step, 1, random.nextLong(1_000_000_000L, 300_000_000_000L));
            }
            String what = method + ", seed " + SEED + ", history " + history;
            long price = random.nextLong(1_000_000_000L, 300_000_000_000L);
            for (int instrument = 0; instrument < 2; instrument++) {
                Position position = portfolio.position(instrument);
                assertThat(position.unrealised(price)).as(what).isEqualTo(position.value(price) - Long.signum(position.units()) * position.openedFor());
                if (position.units() != 0) {
                    portfolio.trade(99, instrument, -position.units(), price, 0);
                }
                portfolio.settle(99, instrument, price);
                assertThat(position.units()).as(what).isZero();
                assertThat(position.worth(price)).as(what).isZero();
            }
            long gained = portfolio.position(0).realised() + portfolio.position(1).realised();
            assertThat(portfolio.cash(EURO).minor()).as(what).isEqualTo(gained - fees)
                    .isEqualTo(portfolio.entries().stream().mapToLong(entry -> entry.amount().minor()).sum());
        }
    }

    @Test
    void feesAreWithinTheirBoundsAndWhatIsAffordableIsPaidByTheMoneyAndOneLotMoreIsNot() {
        SplittableRandom random = new SplittableRandom(SEED + 200);
        Contract share = Contract.share("S", EURO);
        for (int step = 0; step < 10_000; step++) {
            FeeSchedule fees = new FeeSchedule(random.nextLong(0, 20_000_000), random.nextLong(0, 5 * FeeSchedule.BILLION), random.nextLong(0, 500),
                    random.nextLong(0, 1000), random.nextBoolean() ? 0 : random.nextLong(1000, 5000));
            long price = random.nextLong(1_000_000, 900_000_000_000L);
            long money = random.nextLong(0, 10_000_000_00L);
            long lot = random.nextBoolean() ? 1 : 1_000_000;
            long units = fees.affordable(share, price, money, lot);
            String what = "seed " + SEED + ", step " + step + ": " + fees + " at " + price + " for " + money + " gives " + units;
            if (units > 0) {
                long value = share.value(price, units);
                assertThat(value + fees.of(value, units)).as(what).isLessThanOrEqualTo(money);
                assertThat(fees.of(value, units)).as(what).isGreaterThanOrEqualTo(fees.least());
                assertThat(units % lot).as(what).isZero();
            }
            if (fees.most() == 0 && fees.least() == 0) {
                long more = units + Math.max(lot, lot + 2 * Exact.UNIT * Exact.PRICE / 100 / price);
                assertThat(share.value(price, more) + fees.of(share.value(price, more), more)).as(what).isGreaterThan(money - 1);
            }
        }
    }

    @Test
    void aFrameThatIsNotWholeIsRefusedWithEverythingThatIsWrong() {
        String whole = new FixFrame("FIX.4.4", "35=0\u000149=A\u0001").message();
        assertThat(FixFrame.read(whole).body()).isEqualTo("35=0\u000149=A\u0001");
        assertThatThrownBy(() -> FixFrame.read(whole.replace("49=A", "49=AB"))).hasMessageContaining("9 is 10, the body has 11 bytes; 10 is ");
        assertThatThrownBy(() -> FixFrame.read(whole.substring(1))).hasMessageContaining("must be 8=");
        assertThatThrownBy(() -> new FixFrame("FIX.4.4", "35=0")).hasMessageContaining("end by SOH");
        assertThat(new FixFrame("FIX.4.4", "58=é\u0001").bodyLength()).as("bytes, not characters").isEqualTo(6);
    }
}
