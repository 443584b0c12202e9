package entrepot.trading.market;

import entrepot.trading.market.Chain.Contract;
import entrepot.trading.market.RollRule.RollBy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Contracts of one root, of up to three months each, with days missing, and rules to roll them by. */
public final class RandomContracts {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private RandomContracts() {}

    public static List<Contract> of(Random random) {
        List<Contract> contracts = new ArrayList<>();
        int many = 2 + random.nextInt(5);
        for (int at = 0; at < many; at++) {
            int expiry = 15 * (at + 1) + random.nextInt(5);
            List<Bar> bars = new ArrayList<>();
            double price = 50 + 5 * random.nextGaussian();
            for (int day = Math.max(0, expiry - 40 - random.nextInt(10)); day <= expiry; day++) {
                price += random.nextGaussian();
                if (random.nextInt(8) > 0) {
                    double open = price + random.nextGaussian() / 4;
                    bars.add(new Bar(FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), open, Math.max(open, price) + 0.5, Math.min(open, price) - 0.5,
                            price, random.nextInt(100)));
                }
            }
            contracts.add(new Contract("C" + at, FIRST.plusDays(expiry), Bars.of(bars)));
        }
        return contracts;
    }

    public static RollRule rule(Random random) {
        return new RollRule(RollBy.values()[random.nextInt(2)], random.nextInt(6), Joining.DIFFERENCE);
    }
}
