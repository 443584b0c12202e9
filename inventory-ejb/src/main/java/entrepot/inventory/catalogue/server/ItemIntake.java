package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.ItemCard;
import entrepot.inventory.catalogue.ItemEntry;
import entrepot.inventory.catalogue.ItemRules;
import entrepot.inventory.catalogue.KnownCodes;
import entrepot.inventory.catalogue.UploadLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads lines against all rules and what is kept already, in a few statements for any number; writes the good ones. */
@ApplicationScoped
class ItemIntake {

    private static final int CHUNK = 1000;

    @PersistenceContext(unitName = "inventory")
    private EntityManager rows;

    @Inject
    private ReferenceCodes codes;

    @Inject
    private ItemState state;

    List<Intake> read(List<UploadLine> lines) {
        KnownCodes known = codes.read();
        var rules = new ItemRules(known);
        Map<String, ItemRow> held = bySku(lines.stream()
                .filter(line -> line.entry() != null)
                .map(line -> line.entry().sku())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<Intake> intakes = lines.stream().map(line -> intake(line, rules, held, known)).toList();
        doubled(intakes);
        state.check(intakes, known);
        return intakes;
    }

    private static Intake intake(UploadLine line, ItemRules rules, Map<String, ItemRow> rows, KnownCodes known) {
        var flaws = new Flaws();
        line.flaws().forEach(flaw -> flaws.add(flaw.field(), flaw.code(), flaw.detail()));
        if (line.entry() == null) {
            return new Intake(line, null, null, flaws);
        }
        ItemRow held = rows.get(line.entry().sku());
        ItemEntry before = held == null ? null : held.entry(known.currency().getCurrencyCode());
        return new Intake(line, rules.read(line.entry(), before, flaws), held, flaws);
    }

    private static void doubled(List<Intake> intakes) {
        Map<String, Long> skus = new HashMap<>();
        Map<String, Long> gtins = new HashMap<>();
        for (Intake intake : intakes) {
            if (!intake.good()) {
                continue;
            }
            first(skus, intake.card().sku().code(), "sku", intake);
            List<ItemCard.Barcode> barcodes = intake.card().barcodes();
            for (int number = 0; number < barcodes.size(); number++) {
                first(gtins, barcodes.get(number).gtin().fourteen(), "barcodes/" + number + "/gtin", intake);
            }
        }
    }

    private static void first(Map<String, Long> seen, String value, String field, Intake intake) {
        Long before = seen.putIfAbsent(value, intake.line().line());
        if (before != null) {
            intake.flaws().add(field, "doubled", value + " is on line " + before + " too");
        }
    }

    private Map<String, ItemRow> bySku(List<String> skus) {
        return chunks(skus).stream()
                .flatMap(chunk -> rows.createQuery("select i from ItemRow i where i.sku in :skus", ItemRow.class)
                        .setParameter("skus", chunk)
                        .getResultStream())
                .collect(Collectors.toMap(ItemRow::sku, row -> row));
    }

    static <T> List<List<T>> chunks(List<T> all) {
        return IntStream.range(0, (all.size() + CHUNK - 1) / CHUNK)
                .mapToObj(number -> all.subList(number * CHUNK, Math.min(all.size(), (number + 1) * CHUNK)))
                .toList();
    }

    void write(Collection<Intake> good) {
        KnownCodes known = codes.read();
        for (Intake intake : good) {
            ItemRow row = intake.held() == null ? new ItemRow() : intake.held();
            row.take(intake.card(), reference(CategoryRow.class, known.categories().get(intake.card().category())),
                    reference(SupplierRow.class, known.suppliers().get(intake.card().supplier())));
            if (intake.held() == null) {
                rows.persist(row);
            }
        }
        rows.flush();
    }

    private <R> R reference(Class<R> kind, Long id) {
        return id == null ? null : rows.getReference(kind, id);
    }
}
