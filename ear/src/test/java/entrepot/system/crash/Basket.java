package entrepot.system.crash;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one sale takes, by the number of the item. */
record Basket(Map<Integer, Integer> units) {

    static final int ITEMS = 20;

    static Basket random(Random random) {
        Map<Integer, Integer> units = new TreeMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            units.put(random.nextInt(ITEMS), 1 + random.nextInt(3));
        }
        return new Basket(units);
    }

    /** As {@link #toString} wrote it: {@code 3=2,17=1}. */
    static Basket parse(String text) {
        return new Basket(Stream.of(text.split(",")).map(line -> line.split("="))
                .collect(Collectors.toMap(line -> Integer.valueOf(line[0]), line -> Integer.valueOf(line[1]), Integer::sum, TreeMap::new)));
    }

    static String sku(int item) {
        return "CRASH-" + item;
    }

    String json() {
        return units.entrySet().stream()
                .map(line -> "{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitPrice\":\"2.50\"}".formatted(sku(line.getKey()), line.getValue()))
                .collect(Collectors.joining(",", "{\"location\":\"SHOP\",\"lines\":[", "]}"));
    }

    @Override
    public String toString() {
        return units.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
