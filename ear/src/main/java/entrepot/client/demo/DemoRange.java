package entrepot.client.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The list of items: about half of it copper, half coffee. */
final class DemoRange {

    private static final String[] DIAMETERS =
            {"0.20", "0.25", "0.32", "0.40", "0.50", "0.63", "0.80", "1.00", "1.25", "1.60", "2.00", "2.50"};
    private static final String[] SECTIONS = {"1.5", "2.5", "4", "6", "10", "16"};
    private static final String[][] COLOURS =
            {{"BLK", "black"}, {"BLU", "blue"}, {"BRN", "brown"}, {"GRY", "grey"}, {"GNY", "green-yellow"}};
    private static final String[][] ORIGINS = {
        {"BRA", "Brazil Santos", "5.10"}, {"COL", "Colombia Supremo", "6.40"}, {"YIR", "Ethiopia Yirgacheffe", "7.90"},
        {"SID", "Ethiopia Sidamo", "7.20"}, {"KEN", "Kenya AA", "8.60"}, {"GUA", "Guatemala Antigua", "6.90"},
        {"TAR", "Costa Rica Tarrazu", "7.40"}, {"SUM", "Sumatra Mandheling", "6.80"}, {"MAL", "India Monsooned Malabar", "5.90"},
        {"PER", "Peru Organic", "6.20"}
    };
    private static final String[][] ROASTS = {{"L", "light"}, {"M", "medium"}, {"D", "dark"}};
    private static final String[][] BLENDS = {
        {"ANCHOR", "Anchor Espresso", "6.60"}, {"BEAN", "Bean Breakfast", "5.80"}, {"DECAF", "Decaf House", "7.60"},
        {"FILTER", "Quayside Filter", "6.10"}, {"NIGHT", "Night Watch", "6.40"}
    };
    private static final String[][] SUNDRIES = {
        {"FLT-V60-100", "Paper filters, cone, box of 100", "2.10"}, {"FLT-BSK-500", "Paper filters, basket, box of 500", "6.40"},
        {"GRD-HAND", "Hand grinder", "19.50"}, {"KTL-1L", "Gooseneck kettle, 1 l", "24.00"},
        {"CUT-SIDE", "Side cutter, 160 mm", "8.90"}, {"STR-WIRE", "Wire stripper", "11.20"},
        {"CRP-SET", "Crimping set", "27.00"}, {"MUG-ANCHOR", "Mug with anchor", "3.20"}
    };
    private static final double COPPER_KG = 8.20;

    private final List<DemoItem> items = new ArrayList<>();
    private final SplittableRandom random;

    private DemoRange(SplittableRandom random) {
        this.random = random;
    }

    static List<DemoItem> items(SplittableRandom random) {
        DemoRange range = new DemoRange(random);
        range.wire("BCW", "Bare copper wire", DemoItem.Range.BARE, 1.10, DIAMETERS.length);
        range.wire("TCW", "Tinned copper wire", DemoItem.Range.BARE, 1.35, 8);
        range.wire("ENW", "Enamelled copper wire", DemoItem.Range.ENAMELLED, 1.45, DIAMETERS.length);
        range.cables();
        range.coffee();
        range.sundries();
        return List.copyOf(range.items);
    }

    private void wire(String code, String name, DemoItem.Range of, double dearer, int sizes) {
        for (int size = 0; size < sizes; size++) {
            String number = DIAMETERS[size].replace(".", "");
            double thin = 1 + 0.5 / Double.parseDouble(DIAMETERS[size]) / 5;
            add(code + "-" + number + "-500G", name + " " + DIAMETERS[size] + " mm, spool of 500 g", "EA", of,
                    0.5 * COPPER_KG * dearer * thin, 10, 4, 1);
            if (size < 8) {
                add(code + "-" + number + "-5KG", name + " " + DIAMETERS[size] + " mm, reel of 5 kg", "EA", of,
                        5 * COPPER_KG * dearer * thin * 0.93, 4, 1, 1);
            }
        }
    }

    private void cables() {
        for (String section : SECTIONS) {
            double metre = Double.parseDouble(section) * 0.0089 * COPPER_KG * 1.6 + 0.06;
            String number = section.replace(".", "");
            for (String[] colour : COLOURS) {
                add("H07-" + number + "-" + colour[0], "Flexible cable H07V-K " + section + " mm², " + colour[1], "M",
                        DemoItem.Range.CABLE, metre, 100, 50, 5);
            }
            add("TWE-" + number, "Twin and earth 6242Y " + section + " mm²", "M", DemoItem.Range.CABLE, 2.6 * metre, 100, 50, 10);
        }
        for (String section : new String[] {"075", "150", "250", "400"}) {
            add("SPK-" + section, "Speaker cable 2 × " + section.charAt(0) + "." + section.substring(1) + " mm²", "M",
                    DemoItem.Range.CABLE, 0.25 + Integer.parseInt(section) / 400.0, 100, 20, 0.5);
        }
    }

    private void coffee() {
        for (String[] origin : ORIGINS) {
            double kilogram = Double.parseDouble(origin[2]);
            add("GRN-" + origin[0], origin[1] + ", green", "KG", DemoItem.Range.GREEN, kilogram, 60, 15, 2.5);
            for (String[] roast : ROASTS) {
                String name = origin[1] + ", " + roast[1] + " roast, ";
                add("RST-" + origin[0] + "-" + roast[0] + "-250", name + "250 g", "EA", DemoItem.Range.ROASTED, 0.25 * kilogram * 1.5 + 0.35, 24, 12, 1);
                add("RST-" + origin[0] + "-" + roast[0] + "-1K", name + "1 kg", "EA", DemoItem.Range.ROASTED, kilogram * 1.4 + 0.5, 12, 6, 1);
            }
        }
        for (String[] blend : BLENDS) {
            double kilogram = Double.parseDouble(blend[2]);
            add("BLD-" + blend[0] + "-250", blend[1] + ", 250 g", "EA", DemoItem.Range.BLEND, 0.25 * kilogram * 1.5 + 0.35, 24, 12, 1);
            add("BLD-" + blend[0] + "-1K", blend[1] + ", 1 kg", "EA", DemoItem.Range.BLEND, kilogram * 1.4 + 0.5, 12, 6, 1);
            add("BLD-" + blend[0] + "-5K", blend[1] + ", 5 kg", "EA", DemoItem.Range.BLEND, 5 * kilogram * 1.3, 4, 2, 1);
        }
    }

    private void sundries() {
        for (String[] one : SUNDRIES) {
            add(one[0], one[1], "EA", DemoItem.Range.SUNDRY, Double.parseDouble(one[2]), 10, 3, 1);
        }
    }

    /** @param pack and the rest in units */
    private void add(String sku, String name, String unit, DemoItem.Range range, double cost, int pack, int usual, double step) {
        double rounded = Math.round(cost * 100) / 100.0;
        double price = Math.ceil(rounded * (1.32 + 0.25 * random.nextDouble()) * 20) / 20;
        double favour = 1 / Math.pow(4 + random.nextInt(200), 0.75);
        items.add(new DemoItem(sku.toUpperCase(Locale.ROOT), name, unit, range, rounded, price, 1000L * pack, 1000L * usual,
                Math.round(1000 * step), favour));
    }
}
