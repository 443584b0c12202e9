package entrepot.client.demo;

import static entrepot.client.demo.DemoWeek.body;
import static entrepot.client.demo.DemoWeek.units;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.client.Rest;
import entrepot.launcher.CannotStart;
import java.util.List;
import java.util.Map;

/** The demonstration's master data, prices and price rules. What is there already stays. */
final class DemoCatalogue {

    private static final int CONFLICT = 409;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rest rest;

    DemoCatalogue(Rest rest) {
        this.rest = rest;
    }

    void load(List<DemoItem> items) {
        add("tax-codes", body("code", "VAT20", "name", "VAT, standard rate", "rate", "0.2"));
        add("tax-codes", body("code", "VAT0", "name", "VAT, zero rate", "rate", "0"));
        DemoPlaces.ALL.forEach(place -> add("locations", body("code", place.code(), "name", place.name())));
        DemoSupplier.ALL.forEach(one -> add("suppliers", body("code", one.code(), "name", one.name(), "leadTimeDays", one.promised())));
        DemoPlaces.customers().forEach(one -> add("customers", body("code", one.code(), "name", one.name())));
        for (DemoItem.Range range : DemoItem.Range.values()) {
            add("categories", body("code", range.category, "name", range.title));
        }
        if (rest.find("items/" + items.get(items.size() - 1).sku()) == null) {
            StringBuilder text = new StringBuilder();
            for (int number = 0; number < items.size(); number++) {
                text.append(json(entry(items.get(number), number))).append('\n');
            }
            rest.bulk("items/bulk", text.toString());
        }
        items.forEach(this::price);
        rules();
    }

    private void add(String path, Map<String, Object> body) {
        try {
            rest.post(path, null, body);
        } catch (Rest.Refused refused) {
            if (refused.status() != CONFLICT) {
                throw new CannotStart("The demo company cannot be loaded: " + path + " " + body + ": " + refused.getMessage(), refused);
            }
        }
    }

    private static Map<String, Object> entry(DemoItem item, int number) {
        return body("sku", item.sku(), "name", item.name(), "unit", item.unit(), "category", item.range().category,
                "costing", item.range().costing, "taxCode", item.range().taxCode, "supplier", item.range().supplier,
                "purchaseCost", String.valueOf(item.cost()), "pack", units(item.pack()), "minimumOrder", units(item.pack()),
                "barcodes", List.of(body("gtin", gtin(number))));
    }

    /** In the range that is kept for use inside a company. */
    private static String gtin(int number) {
        String digits = String.format("2000000%05d", number);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += (digits.charAt(place) - '0') * (place % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private void price(DemoItem item) {
        if (rest.get("prices/" + item.sku()).path("basePrice").isMissingNode()) {
            rest.put("prices/" + item.sku() + "/base", body("price", String.valueOf(item.price()), "reason", "price list"));
        }
    }

    /** Beside the house rule, which every book has. */
    private void rules() {
        String there = rest.get("price-rules").toString();
        rule(there, "Roasted coffee", "COFFEE", "0.20", "PROPOSE");
        rule(there, "Cables", "CABLE", "0.15", "AUTOMATIC");
    }

    private void rule(String there, String name, String category, String margin, String mode) {
        if (!there.contains("\"" + name + "\"")) {
            add("price-rules", body("name", name, "scope", "CATEGORY", "target", category, "margin", margin, "mostRatio", "1.5",
                    "stepUp", "0.05", "stepDown", "0.05", "leastChange", "0.01", "gapMinutes", 60, "changesADay", 2,
                    "endingIncrement", "0.05", "endingOffset", "0", "coverLeastDays", "10", "coverMostDays", "60",
                    "elasticity", "1.5", "historyDays", 56, "costAgeDays", 365, "mode", mode));
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("cannot be written as JSON: " + body, broken);
        }
    }
}
