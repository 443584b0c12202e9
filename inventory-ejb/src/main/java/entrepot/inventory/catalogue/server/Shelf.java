package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Entry;
import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Keeps records that have a code, a name and nothing below them; the desks say who may, and what else must hold. */
@ApplicationScoped
class Shelf {

    @PersistenceContext(unitName = "inventory")
    private EntityManager rows;

    @Inject
    private Uses uses;

    /**
     * A kind of record.
     *
     * @param label  what people call it
     * @param column how other tables refer to it
     */
    record Kind<E extends Entry, R extends CatalogueRow<E>>(Class<R> row, String label, String column) {

        private R fresh() {
            try {
                return row.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException noConstructor) {
                throw new IllegalStateException(row + " has no constructor", noConstructor);
            }
        }
    }

    <E extends Entry, R extends CatalogueRow<E>> List<Kept<E>> list(Kind<E, R> kind, Listing part) {
        String text = part.text() == null ? "" : part.text().strip().replaceAll("([%_!])", "!$1");
        return rows.createQuery("select r from " + kind.row().getSimpleName() + " r where r.code > :after"
                        + " and (:active is null or r.active = :active)"
                        + " and (r.code like :start escape '!' or r.name like :start escape '!' or r.name like :word escape '!')"
                        + " order by r.code", kind.row())
                .setParameter("after", part.after() == null ? "" : part.after())
                .setParameter("active", part.active())
                .setParameter("start", text + "%")
                .setParameter("word", "% " + text + "%")
                .setMaxResults(part.limit())
                .getResultStream()
                .map(CatalogueRow::kept)
                .toList();
    }

    <E extends Entry, R extends CatalogueRow<E>> Optional<Kept<E>> find(Kind<E, R> kind, String code) {
        return row(kind, code, LockModeType.NONE).map(CatalogueRow::kept);
    }

    <E extends Entry, R extends CatalogueRow<E>> Optional<R> row(Kind<E, R> kind, String code) {
        return row(kind, code, LockModeType.NONE);
    }

    <E extends Entry, R extends CatalogueRow<E>> Kept<E> add(Kind<E, R> kind, E entry) {
        return add(kind, entry, row -> {});
    }

    /** @param more what a new row has beside its entry */
    <E extends Entry, R extends CatalogueRow<E>> Kept<E> add(Kind<E, R> kind, E entry, Consumer<R> more) {
        CatalogueRefused.ifAny(entry.flaws());
        if (row(kind, entry.code(), LockModeType.NONE).isPresent()) {
            throw CatalogueRefused.conflict("exists", kind.label() + " " + entry.code() + " is there already");
        }
        R row = kind.fresh();
        row.take(entry);
        more.accept(row);
        rows.persist(row);
        rows.flush();
        return row.kept();
    }

    /** @param rules add what is wrong with going from the first to the second */
    <E extends Entry, R extends CatalogueRow<E>> Kept<E> change(
            Kind<E, R> kind, int version, E entry, BiConsumer<R, Flaws> rules) {
        CatalogueRefused.ifAny(entry.flaws());
        R row = locked(kind, entry.code(), version);
        var flaws = new Flaws();
        rules.accept(row, flaws);
        CatalogueRefused.ifAny(flaws.found());
        row.take(entry);
        rows.flush();
        return row.kept();
    }

    <E extends Entry, R extends CatalogueRow<E>> void remove(Kind<E, R> kind, String code, int version) {
        R row = locked(kind, code, version);
        use(kind, row, code).ifPresent(table -> {
            throw CatalogueRefused.conflict("in-use", kind.label() + " " + code + " is used in " + table.replace('_', ' ')
                    + ": take it out of use (active: false) instead");
        });
        rows.remove(row);
        rows.flush();
    }

    <E extends Entry, R extends CatalogueRow<E>> Optional<String> use(Kind<E, R> kind, R row, String code) {
        return uses.first(kind.column(), row instanceof NumberedRow<?> numbered ? numbered.id() : code, Set.of());
    }

    private <E extends Entry, R extends CatalogueRow<E>> R locked(Kind<E, R> kind, String code, int version) {
        R row = row(kind, code, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> CatalogueRefused.notFound(kind.label() + " '" + code + "'"));
        if (row.version() != version) {
            throw CatalogueRefused.stale(kind.label() + " " + code, row.version(), version);
        }
        return row;
    }

    private <E extends Entry, R extends CatalogueRow<E>> Optional<R> row(Kind<E, R> kind, String code, LockModeType lock) {
        return rows.createQuery("select r from " + kind.row().getSimpleName() + " r where r.code = :code", kind.row())
                .setParameter("code", code)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
