package entrepot.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.backtest.server.BacktestView;
import entrepot.trading.backtest.server.Judged;
import entrepot.trading.basket.server.BasketView;
import entrepot.trading.comparison.server.Compared;
import entrepot.trading.tearsheet.server.TearSheetView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What compared backtests were asked, setting by setting, by the names that the API has for them; those within another with a point between. */
public final class ComparedSettings {

    private ComparedSettings() {}

    /** @param values by backtest, null where it has no such setting; @param differs whether one is unlike another */
    public record Setting(String name, List<String> values, boolean differs) {}

    public static List<Setting> of(Compared compared) {
        List<Map<String, String>> all = compared.sheets().stream().map(ComparedSettings::of).toList();
        Set<String> names = new LinkedHashSet<>();
        all.forEach(one -> names.addAll(one.keySet()));
        List<Setting> settings = new ArrayList<>();
        for (String name : names) {
            List<String> values = new ArrayList<>();
            all.forEach(one -> values.add(one.get(name)));
            settings.add(new Setting(name, values, values.stream().anyMatch(value -> !Objects.equals(value, values.get(0)))));
        }
        return settings;
    }

    /** Of one, in their order. */
    static Map<String, String> of(TearSheetView sheet) {
        Map<String, String> settings = new LinkedHashMap<>();
        flatten("", Json.MAPPER.valueToTree(asked(sheet.judged())), settings);
        settings.put("currency", sheet.result().currency());
        settings.put("dataHash", sheet.result().dataHash());
        return settings;
    }

    private static Object asked(Judged judged) {
        return judged instanceof BacktestView backtest ? BacktestAnswer.Asked.of(backtest.experiment()) : BasketAnswer.Asked.of(((BasketView) judged).experiment());
    }

    private static void flatten(String within, JsonNode node, Map<String, String> into) {
        node.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                flatten(within + field.getKey() + ".", value, into);
            } else if (value.isArray()) {
                List<String> parts = new ArrayList<>();
                value.forEach(part -> parts.add(part.asText()));
                into.put(within + field.getKey(), String.join(", ", parts));
            } else if (!value.asText().isEmpty()) {
                into.put(within + field.getKey(), value.asText());
            }
        });
    }
}
