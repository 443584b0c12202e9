package entrepot.inventory.replenishment.server;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.replenishment.Demand;
import entrepot.inventory.replenishment.LeadTime;
import entrepot.inventory.replenishment.Moments;
import entrepot.inventory.replenishment.Packing;
import entrepot.inventory.replenishment.Position;
import entrepot.inventory.replenishment.Reason;
import entrepot.inventory.replenishment.ReplenishmentPolicy;
import entrepot.inventory.replenishment.ReplenishmentSettings;
import entrepot.kernel.Quantity;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReasonTextTest {

    /** Law: what is read is what was written, to the last bit of every number. */
    @Test
    void aReasonComesBackAsItWas() {
        long seed = 11;
        var random = new Random(seed);
        var policy = new ReplenishmentPolicy(ReplenishmentSettings.DEFAULT);
        for (int item = 0; item < 500; item++) {
            double mean = Math.exp(random.nextGaussian() * 2);
            Reason reason = policy.suggest(
                            new Demand(new Moments(mean, mean * random.nextDouble() * 9), 182, random.nextBoolean(), random.nextBoolean()),
                            new LeadTime(new Moments(random.nextInt(40), random.nextDouble()), false, 3),
                            new Position(new Quantity(random.nextInt(90_000_000)), new Quantity(random.nextInt(9_000_000))),
                            0.9, new Packing(new Quantity(1 + random.nextInt(5_000_000)), Quantity.units(3)),
                            OptionalDouble.of(random.nextDouble() * 9))
                    .reason();
            assertThat(ReasonText.read(ReasonText.write(reason))).as("seed %s item %s", seed, item).isEqualTo(reason);
        }
    }
}
