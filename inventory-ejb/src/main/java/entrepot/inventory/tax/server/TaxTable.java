package entrepot.inventory.tax.server;

import entrepot.inventory.tax.TaxKind;
import entrepot.inventory.tax.TaxRates;
import entrepot.inventory.tax.TaxRounding;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Reads and keeps the rates. */
@ApplicationScoped
public class TaxTable {

    @Inject
    private Database database;

    private final Remembered<Class<?>, TaxRates> remembered = new Remembered<>();

    /** @param validFrom null: from the beginning */
    public record Dated(LocalDate validFrom, BigDecimal rate) {}

    public TaxRates rates() {
        return database.jdbi().withHandle(handle ->
                remembered.get(Remembered.stamp(handle), TaxRates.class, () -> new TaxRates(codes(handle), rounding(handle))));
    }

    private static TaxRounding rounding(Handle handle) {
        return handle.createQuery("SELECT rounding FROM tax_policy").mapTo(TaxRounding.class).one();
    }

    private static Map<String, TaxRates.Code> codes(Handle handle) {
        record Row(String code, TaxKind kind, BigDecimal before, LocalDate validFrom, BigDecimal rate) {}
        Map<String, TreeMap<LocalDate, BigDecimal>> dated = new HashMap<>();
        Map<String, Row> all = new HashMap<>();
        handle.createQuery("SELECT c.code, c.kind, c.rate `before`, r.valid_from, r.rate FROM tax_code c LEFT JOIN tax_rate r ON r.tax_code = c.code")
                .mapTo(Row.class)
                .forEach(row -> {
                    all.put(row.code(), row);
                    TreeMap<LocalDate, BigDecimal> from = dated.computeIfAbsent(row.code(), first -> new TreeMap<>());
                    if (row.validFrom() != null) {
                        from.put(row.validFrom(), row.rate());
                    }
                });
        Map<String, TaxRates.Code> codes = new HashMap<>();
        all.forEach((code, row) -> codes.put(code, new TaxRates.Code(row.kind(), row.before(), dated.get(code))));
        return codes;
    }

    /** From the beginning, then as they follow; none where there is no such code. */
    List<Dated> of(String code) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT NULL valid_from, rate FROM tax_code WHERE code = :code UNION ALL SELECT valid_from, rate FROM tax_rate"
                        + " WHERE tax_code = :code ORDER BY valid_from")
                .bind("code", code).mapTo(Dated.class).list());
    }

    /** @return whether there was none of that day */
    boolean add(String code, LocalDate from, BigDecimal rate) {
        return database.jdbi().withHandle(handle ->
                handle.execute("INSERT IGNORE INTO tax_rate (tax_code, valid_from, rate) VALUES (?, ?, ?)", code, from, rate)) == 1;
    }

    boolean drop(String code, LocalDate from) {
        return database.jdbi().withHandle(handle ->
                handle.execute("DELETE FROM tax_rate WHERE tax_code = ? AND valid_from = ?", code, from)) == 1;
    }

    void round(TaxRounding rounding) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE tax_policy SET rounding = ?", rounding.name()));
    }
}
