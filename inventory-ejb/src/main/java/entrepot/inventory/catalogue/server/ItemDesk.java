package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Flaw;
import entrepot.inventory.catalogue.ItemEntry;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.UploadLine;
import entrepot.inventory.catalogue.UploadReport;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds and changes items, one or thousands. Unit, costing and tracking of an item that ever moved stay as they are. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class ItemDesk {

    @PersistenceContext(unitName = "inventory")
    private EntityManager rows;

    @Inject
    private ItemIntake intake;

    @Inject
    private Uses uses;

    @Inject
    private CompanyFile companies;

    public Optional<Kept<ItemEntry>> find(String sku) {
        return row(sku, LockModeType.NONE).map(row -> row.kept(currency()));
    }

    /** Those of the SKUs that are there, in order of SKU. */
    public List<ItemEntry> entries(List<String> skus) {
        return rows.createQuery("select i from ItemRow i where i.sku in :skus order by i.sku", ItemRow.class)
                .setParameter("skus", skus)
                .getResultStream()
                .map(row -> row.entry(currency()))
                .toList();
    }

    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<ItemEntry> create(ItemEntry entry) {
        Intake read = intake.read(List.of(new UploadLine(1, entry, List.of()))).get(0);
        if (read.held() != null) {
            throw CatalogueRefused.conflict("exists", "item " + entry.sku() + " is there already");
        }
        return written(read);
    }

    /** @param version that the change was made from */
    @RolesAllowed({"buyer", "admin", "system"})
    public Kept<ItemEntry> change(int version, ItemEntry entry) {
        locked(entry.sku(), version);
        return written(intake.read(List.of(new UploadLine(1, entry, List.of()))).get(0));
    }

    private Kept<ItemEntry> written(Intake read) {
        CatalogueRefused.ifAny(read.flaws().found());
        intake.write(List.of(read));
        return find(read.sku()).orElseThrow();
    }

    /** Only of what was never used. */
    @RolesAllowed({"buyer", "admin", "system"})
    public void remove(String sku, int version) {
        ItemRow row = locked(sku, version);
        uses.first("item_id", row.id(), Set.of("item_unit", "barcode")).ifPresent(table -> {
            throw CatalogueRefused.conflict("in-use", "item " + sku + " is used in " + table.replace('_', ' ')
                    + ": take it out of use (active: false) instead");
        });
        rows.remove(row);
        rows.flush();
    }

    /**
     * Adds the new ones, changes the others.
     *
     * @param goodOnly write the good rows though others are bad; else bad rows keep all from being written
     * @param dryRun   write nothing, only tell what would be
     */
    @RolesAllowed({"buyer", "admin", "system"})
    public UploadReport upload(List<UploadLine> lines, boolean goodOnly, boolean dryRun) {
        List<Intake> read = intake.read(lines);
        List<Intake> good = read.stream().filter(Intake::good).toList();
        boolean post = !dryRun && !good.isEmpty() && (goodOnly || good.size() == read.size());
        int created = (int) good.stream().filter(one -> one.held() == null).count();
        if (post) {
            intake.write(good);
        }
        return new UploadReport(read.size(), created, good.size() - created, read.size() - good.size(), post,
                read.stream().flatMap(ItemDesk::rowFlaws).toList());
    }

    private static Stream<UploadReport.RowFlaw> rowFlaws(Intake read) {
        return read.flaws().found().stream().map(flaw -> rowFlaw(read, flaw));
    }

    private static UploadReport.RowFlaw rowFlaw(Intake read, Flaw flaw) {
        return new UploadReport.RowFlaw(read.line().line(), read.sku(), flaw.field(), flaw.code(), flaw.detail());
    }

    private ItemRow locked(String sku, int version) {
        ItemRow row = row(sku, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> CatalogueRefused.notFound("item '" + sku + "'"));
        if (row.version() != version) {
            throw CatalogueRefused.stale("item " + sku, row.version(), version);
        }
        return row;
    }

    private Optional<ItemRow> row(String sku, LockModeType lock) {
        return rows.createQuery("select i from ItemRow i where i.sku = :sku", ItemRow.class)
                .setParameter("sku", sku)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private String currency() {
        return companies.company().currency().getCurrencyCode();
    }
}
