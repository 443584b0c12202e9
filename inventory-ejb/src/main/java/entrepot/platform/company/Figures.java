package entrepot.platform.company;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.ColumnMapper;

/**
 * Reads figures as what they are: a BIGINT column becomes {@link Money} of the company's currency or a
 * {@link Quantity}, whichever the record asks for.
 */
@ApplicationScoped
public class Figures {

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    public <T> T read(Function<Handle, T> query) {
        Currency currency = companies.company().currency();
        return database.jdbi().withHandle(handle -> {
            figure(handle, Money.class, minor -> new Money(minor, currency));
            figure(handle, Quantity.class, Quantity::new);
            return query.apply(handle);
        });
    }

    /** As a part of a row, and as the only column of one. */
    private static <F> void figure(Handle handle, Class<F> type, LongFunction<F> of) {
        ColumnMapper<F> column = (row, number, context) -> {
            long value = row.getLong(number);
            return row.wasNull() ? null : of.apply(value);
        };
        handle.registerColumnMapper(type, column);
        handle.registerRowMapper(type, (row, context) -> column.map(row, 1, context));
    }

    /** What finds {@code text} anywhere in a column with LIKE, or null. */
    public static String anywhere(String text) {
        return text == null ? null : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
