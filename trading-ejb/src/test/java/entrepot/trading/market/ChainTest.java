package entrepot.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.market.Chain.Contract;
import entrepot.trading.market.RollRule.RollBy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private static long time(int day) {
        return MONDAY.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** A bar a day, weekends too, open one below the close. @param closes from day {@code from} on */
    private static Contract contract(String symbol, int expiry, int from, double volume, double... closes) {
        List<Bar> bars = IntStream.range(0, closes.length)
                .mapToObj(at -> new Bar(time(from + at), closes[at] - 1, closes[at] + 1, closes[at] - 2, closes[at], volume)).toList();
        return new Contract(symbol, MONDAY.plusDays(expiry), Bars.of(bars));
    }

    private static RollRule before(int days) {
        return new RollRule(RollBy.EXPIRY, days, Joining.DIFFERENCE);
    }

    @Test
    void aContractIsLeftAtTheFirstCommonOpenAfterItsLastDay() {
        Contract old = contract("H4", 4, 0, 100, 10, 11, 12, 13, 14);
        Contract young = contract("M4", 30, 1, 10, 21, 22, 23, 24, 25, 26);
        Chain chain = Chain.of(List.of(young, old), before(2));

        assertThat(chain.rolls()).as("Friday less two weekdays is Wednesday, day 2; so at the open of day 3")
                .containsExactly(new Rollover(3, time(3), "H4", "M4", 12, 22));
        assertThat(chain.spliced().closes()).containsExactly(10, 11, 12, 23, 24, 25, 26);
        assertThat(chain.back(Joining.DIFFERENCE).closes()).containsExactly(20, 21, 22, 23, 24, 25, 26);
        assertThat(chain.forward(Joining.DIFFERENCE).closes()).containsExactly(10, 11, 12, 13, 14, 15, 16);
        assertThat(chain.back(Joining.RATIO).closes()).containsExactly(new double[] {10 * 22 / 12.0, 11 * 22 / 12.0, 22, 23, 24, 25, 26}, within(1e-12));
        assertThat(chain.forward(Joining.RATIO).closes()[3]).isCloseTo(23 * 12 / 22.0, within(1e-12));
        assertThat(chain.ended()).isNull();
    }

    @Test
    void volumeMovesOnBeforeTheExpiryAndSkipsWhatIsNotTraded() {
        Contract old = contract("G4", 40, 0, 100, 10, 11, 12, 13, 14, 15);
        Contract serial = contract("H4", 70, 0, 5, 11, 12, 13, 14, 15, 16);
        Contract active = contract("J4", 100, 0, 101, 12, 13, 14, 15, 16, 17);
        Chain chain = Chain.of(List.of(old, serial, active), new RollRule(RollBy.VOLUME, 3, Joining.DIFFERENCE));

        assertThat(chain.rolls()).as("seen at the first close, done at the next open").containsExactly(new Rollover(1, time(1), "G4", "J4", 10, 12));
    }

    @Test
    void whatCannotBeRolledIsSaidAndLeftOut() {
        Contract old = contract("H4", 4, 0, 100, 10, 11, 12);
        Contract young = contract("M4", 30, 5, 10, 21, 22, 23);
        Chain chain = Chain.of(List.of(old, young), before(2));

        assertThat(chain.spliced().size()).isEqualTo(3);
        assertThat(chain.ended()).contains("H4", "2024-01-03", "M4 is not in it", "bring in bars of both");
    }

    @Test
    void aPriceBelowZeroHasNoRatio() {
        Contract old = contract("H4", 1, 0, 100, 10, 11, -5, -6);
        Contract young = contract("M4", 30, 0, 10, 21, 22, 23, 24);
        Chain chain = Chain.of(List.of(old, young), before(0));

        assertThat(chain.back(Joining.DIFFERENCE).closes()).as("left at -6, entered at 22").containsExactly(38, 39, 23, 24);
        assertThatThrownBy(() -> chain.back(Joining.RATIO)).hasMessageContaining("H4 was left at -6.0 for M4 at 22.0").hasMessageContaining("join by DIFFERENCE");
    }

    @Test
    void noBarKnowsALaterOne() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<Contract> contracts = RandomContracts.of(random);
            RollRule rule = RandomContracts.rule(random);
            Chain whole = Chain.of(contracts, rule);
            for (int day = 1; day < 100; day += 3) {
                long cut = time(day);
                Chain part = Chain.of(contracts.stream().map(one -> new Contract(one.symbol(), one.expiry(), one.bars().until(cut))).toList(), rule);
                int size = part.spliced().size();
                assertThat(part.spliced().times()).as("seed %d, day %d", seed, day).isEqualTo(whole.spliced().until(cut).times());
                for (Joining joining : List.of(Joining.NONE, Joining.DIFFERENCE)) {
                    assertThat(part.forward(joining).closes()).as("seed %d, day %d, %s", seed, day, joining).isEqualTo(whole.forward(joining).slice(0, size).closes());
                }
            }
        }
    }

    /** Bar by bar as somebody with one contract would: never two, each gain that of what is held. */
    @Test
    void differencesAreWhatAHolderGained() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<Contract> contracts = RandomContracts.of(random);
            Chain chain = Chain.of(contracts, RandomContracts.rule(random));
            double cash = 0;
            String holds = null;
            for (int bar = 0; bar < chain.spliced().size(); bar++) {
                long time = chain.spliced().time(bar);
                Rollover roll = chain.rolls().stream().filter(one -> one.time() == time).findFirst().orElse(null);
                if (holds == null) {
                    holds = owner(contracts, chain.spliced().bar(bar));
                    cash = -chain.spliced().close(0);
                } else if (roll != null) {
                    assertThat(roll.from()).as("seed %d", seed).isEqualTo(holds);
                    cash += bar(contracts, holds, time).open();
                    holds = roll.to();
                    cash -= bar(contracts, holds, time).open();
                }
                double worth = cash + bar(contracts, holds, time).close();
                double[] closes = {chain.forward(Joining.DIFFERENCE).close(bar) - chain.forward(Joining.DIFFERENCE).close(0),
                        chain.back(Joining.DIFFERENCE).close(bar) - chain.back(Joining.DIFFERENCE).close(0)};
                assertThat(closes).as("seed %d, bar %d", seed, bar).containsExactly(new double[] {worth, worth}, within(1e-9));
            }
        }
    }

    private static String owner(List<Contract> contracts, Bar first) {
        return contracts.stream().filter(one -> one.bars().size() > 0 && one.bars().bar(0).equals(first)).findFirst().orElseThrow().symbol();
    }

    private static Bar bar(List<Contract> contracts, String symbol, long time) {
        Bars bars = contracts.stream().filter(one -> one.symbol().equals(symbol)).findFirst().orElseThrow().bars();
        return IntStream.range(0, bars.size()).filter(at -> bars.time(at) == time).mapToObj(bars::bar).findFirst().orElseThrow();
    }
}
