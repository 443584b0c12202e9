package entrepot.inventory.replenishment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;

/** Which of our formulas gives which number of a vector; empty where we have none. */
final class VectorFormulas {

    private VectorFormulas() {}

    static OptionalDouble value(String id, JsonNode in, String key) {
        if (id.startsWith("svc-")) {
            return service(in, key);
        }
        if (id.equals("rs1")) {
            return periodic(in, key);
        }
        if (id.startsWith("basestock-")) {
            return baseStock(in, key);
        }
        if (id.startsWith("eoq-ss-")) {
            return economicOrder(in, key);
        }
        if (id.startsWith("nv")) {
            return newsvendor(id, in, key);
        }
        return loss(id, in, key);
    }

    private static OptionalDouble service(JsonNode in, String key) {
        Moments demand = moments(in.path("demand_mean"), in.path("demand_sd"));
        Moments lead = moments(in.path("lead_time_mean"), in.path("lead_time_sd"));
        Moments until = new Moments(lead.mean() + in.path("review_period").asDouble(), lead.variance());
        Moments over = demand.over(until);
        DemandLaw law = new NormalDemand(over);
        if (key.equals("protection_mean")) {
            return OptionalDouble.of(over.mean());
        }
        if (key.equals("protection_sd")) {
            return OptionalDouble.of(over.deviation());
        }
        double share = key.contains("_csl_") ? Double.parseDouble(key.substring(key.lastIndexOf('_') + 1)) : 0;
        if (key.startsWith("reorder_point_csl_")) {
            return OptionalDouble.of(law.quantile(share));
        }
        if (key.startsWith("safety_stock_csl_")) {
            return OptionalDouble.of(law.quantile(share) - over.mean());
        }
        if (key.startsWith("implied_fill_at_csl_")) {
            return OptionalDouble.of(1 - law.loss(law.quantile(share)) / in.path("order_quantity").asDouble());
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble periodic(JsonNode in, String key) {
        Moments demand = moments(in.path("demand_mean"), in.path("demand_sd"));
        double lead = in.path("lead_time").asDouble();
        double review = in.path("review_period").asDouble();
        double level = in.path("order_up_to").asDouble();
        DemandLaw before = new NormalDemand(demand.over(new Moments(lead, 0)));
        DemandLaw after = new NormalDemand(demand.over(new Moments(lead + review, 0)));
        return switch (key) {
            case "cycle_service" -> OptionalDouble.of(after.cumulative(level));
            case "fill_rate" -> OptionalDouble.of(1 - (after.loss(level) - before.loss(level)) / (demand.mean() * review));
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble baseStock(JsonNode in, String key) {
        double mean = in.path("demand_rate").asDouble() * in.path("lead_time").asDouble();
        double level = in.path("base_stock").asDouble();
        DemandLaw law = new PoissonDemand(mean);
        return switch (key) {
            case "fill_rate" -> OptionalDouble.of(law.cumulative(level - 1));
            case "expected_backorders" -> OptionalDouble.of(law.loss(level));
            case "expected_on_hand" -> OptionalDouble.of(level - mean + law.loss(level));
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble economicOrder(JsonNode in, String key) {
        var lot = new EconomicOrder(
                in.path("fixed_cost").asDouble(), in.path("holding_cost").asDouble(), in.path("demand_rate").asDouble());
        return switch (key) {
            case "order_quantity" -> OptionalDouble.of(lot.quantity());
            case "cost" -> OptionalDouble.of(lot.cost(in.path("order_quantity").asDouble(lot.quantity())));
            default -> OptionalDouble.empty();
        };
    }

    /** Order up to the critical ratio p/(h+p); cost h (S - mu) + (h + p) loss(S). */
    private static OptionalDouble newsvendor(String id, JsonNode in, String key) {
        if (id.startsWith("nvx") || !in.has("holding_cost")) {
            return OptionalDouble.empty();
        }
        double holding = in.path("holding_cost").asDouble();
        double shortage = in.path("stockout_cost").asDouble();
        DemandLaw law = law(id, in);
        double level = in.path("base_stock").asDouble(law.quantile(shortage / (holding + shortage)));
        double mean = in.path("demand_mean").asDouble() * (1 + in.path("lead_time").asDouble());
        return switch (key) {
            case "base_stock" -> OptionalDouble.of(level);
            case "cost" -> OptionalDouble.of(holding * (level - mean) + (holding + shortage) * law.loss(level));
            default -> OptionalDouble.empty();
        };
    }

    private static DemandLaw law(String id, JsonNode in) {
        Moments moments = moments(in.path("demand_mean"), in.path("demand_sd")).over(new Moments(1 + in.path("lead_time").asDouble(), 0));
        if (id.startsWith("nvp")) {
            return new PoissonDemand(moments.mean());
        }
        if (id.startsWith("nvnb")) {
            return new NegativeBinomialDemand(moments);
        }
        return id.startsWith("nvg") ? new GammaDemand(moments) : new NormalDemand(moments);
    }

    private static OptionalDouble loss(String id, JsonNode in, String key) {
        if (!key.equals("loss")) {
            return OptionalDouble.empty();
        }
        if (id.startsWith("nloss-")) {
            return OptionalDouble.of(new NormalDemand(new Moments(0, 1)).loss(in.path("z").asDouble()));
        }
        if (id.startsWith("poisloss-")) {
            return OptionalDouble.of(new PoissonDemand(in.path("mean").asDouble()).loss(in.path("S").asDouble()));
        }
        double shape = in.path("shape").asDouble(1);
        double scale = in.path("scale").asDouble(in.path("mean").asDouble());
        return id.startsWith("gammaloss-") || id.startsWith("exploss-")
                ? OptionalDouble.of(new GammaDemand(new Moments(shape * scale, shape * scale * scale)).loss(in.path("x").asDouble()))
                : OptionalDouble.empty();
    }

    private static Moments moments(JsonNode mean, JsonNode deviation) {
        return new Moments(mean.asDouble(), deviation.asDouble() * deviation.asDouble());
    }
}
