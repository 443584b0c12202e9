package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;
import java.util.OptionalDouble;

/**
 * Periodic review with a reorder point, (R, s, S).
 *
 * <p>An item that is just above s today is looked at again after the review period R and refilled a lead time L later,
 * so s protects R + L: the quantile, at the service level, of demand with mean {@code mu (R+L)} and variance
 * {@code (R+L) sd^2 + mu^2 Var(L)}. Under the normal law that is {@code mu (R+L) + z sqrt(...)}. S is s and a lot.
 *
 * <p>The lot is the economic order quantity where a unit cost is known, held between the least and the most days of
 * cover, and otherwise the geometric middle of the two.
 *
 * @see "Silver, Pyke and Thomas 2016 on (R, s, S); vectors svc-a to svc-e for variance and safety stock"
 */
public final class ReplenishmentPolicy {

    private final ReplenishmentSettings settings;

    public ReplenishmentPolicy(ReplenishmentSettings settings) {
        this.settings = settings;
    }

    /**
     * @param service  share of cycles without a stock-out, in (0, 1)
     * @param unitCost money a unit, for the lot only; empty or 0 where not known
     */
    public Suggestion suggest(
            Demand demand, LeadTime lead, Position position, double service, Packing packing, OptionalDouble unitCost) {
        Moments until = new Moments(lead.days().mean() + settings.reviewDays(), lead.days().variance());
        Moments expected = demand.perDay().over(until);
        DemandLaw law = DemandLaw.of(expected, demand.counted());
        Quantity reorderPoint = Units.up(law.quantile(service), demand.counted());
        Lot lot = lot(demand, unitCost);
        Quantity orderUpTo = reorderPoint.plus(lot.units());
        Quantity wanted = wanted(position, reorderPoint, orderUpTo);
        Quantity order = packing.fit(wanted);
        return new Suggestion(order, new Reason(
                demand.perDay().mean(), demand.perDay().deviation(), demand.days(), demand.thin(),
                lead.days().mean(), lead.days().deviation(), lead.learnt(), lead.receipts(),
                settings.reviewDays(), expected.mean(), expected.deviation(), law.name(), service,
                Math.max(0, Units.of(reorderPoint) - expected.mean()), reorderPoint,
                lot.units(), lot.days(), lot.rule(), orderUpTo, law.loss(Units.of(reorderPoint)),
                position.onHand(), position.onOrder(), position.reserved(), wanted, packing.pack(), packing.minimum(), order));
    }

    private static Quantity wanted(Position position, Quantity reorderPoint, Quantity orderUpTo) {
        boolean low = position.total().compareTo(reorderPoint) <= 0;
        return low ? orderUpTo.minus(position.total()) : Quantity.ZERO;
    }

    private record Lot(Quantity units, double days, String rule) {}

    private Lot lot(Demand demand, OptionalDouble unitCost) {
        double perDay = demand.perDay().mean();
        if (perDay == 0) {
            return new Lot(Quantity.ZERO, 0, "no demand");
        }
        double least = settings.leastCoverDays();
        double most = settings.mostCoverDays();
        if (unitCost.orElse(0) <= 0) {
            return lot(demand, Math.sqrt(least * most), "no unit cost known");
        }
        double holding = settings.holdingRate() * unitCost.getAsDouble();
        double days = new EconomicOrder(settings.orderCost(), holding, 365 * perDay).quantity() / perDay;
        if (days < least) {
            return lot(demand, least, "least cover");
        }
        return days > most ? lot(demand, most, "most cover") : lot(demand, days, "economic order quantity");
    }

    private static Lot lot(Demand demand, double days, String rule) {
        return new Lot(Units.up(days * demand.perDay().mean(), demand.counted()), days, rule);
    }
}
