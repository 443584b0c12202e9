package entrepot.inventory.sale;

import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The lots and serial numbers of the parts of a kit, as a line of a sale names them. */
final class KitNames {

    static final String PARTS = "parts";

    private KitNames() {}

    /** Which of the named parts it is, from 0, or -1. */
    static int place(Sale.Line line, String sku) {
        return IntStream.range(0, line.parts().size()).filter(part -> line.parts().get(part).sku().equals(sku)).findFirst().orElse(-1);
    }

    static List<NamedLot> of(Sale.Line line, String sku) {
        int place = place(line, sku);
        return place < 0 ? List.of() : line.parts().get(place).lots();
    }

    /** @param refusals takes everything that is wrong with the names of line {@code number} */
    static void check(int number, Sale.Line line, boolean kit, List<String> parts, List<Refusal> refusals) {
        if (!kit) {
            if (!line.parts().isEmpty()) {
                refusals.add(new Refusal(number, "no-kit", line.sku() + " is no kit: it has no parts to name", PARTS));
            }
            return;
        }
        if (!line.lots().isEmpty()) {
            refusals.add(new Refusal(number, "kit-lots", line.sku() + " is a kit: name the lots of its parts", PARTS));
        }
        Set<String> seen = new HashSet<>();
        for (int part = 0; part < line.parts().size(); part++) {
            String sku = line.parts().get(part).sku();
            if (!parts.contains(sku)) {
                refusals.add(new Refusal(number, "not-a-part", sku + " is no part of " + line.sku() + ", which is made of "
                        + String.join(", ", parts), PARTS + "/" + part + "/sku"));
            } else if (!seen.add(sku)) {
                refusals.add(new Refusal(number, "part-twice", sku + " is there twice", PARTS + "/" + part + "/sku"));
            }
        }
    }

    /** Where in the line of the kit, for what is wrong with one of its parts. @param named its place among the named parts, or -1 */
    static String where(Refusal refusal, int named) {
        if (refusal.where() != null && refusal.where().startsWith("lots")) {
            return named < 0 ? PARTS : PARTS + "/" + named + "/" + refusal.where();
        }
        boolean ofLots = refusal.where() == null && (refusal.code().equals("lot-missing") || refusal.code().equals("serial-in-stock"));
        return ofLots ? PARTS : refusal.where();
    }
}
