package entrepot.platform.company;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

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
            handle.registerColumnMapper(Money.class, (row, column, context) -> {
                long minor = row.getLong(column);
                return row.wasNull() ? null : new Money(minor, currency);
            });
            handle.registerColumnMapper(Quantity.class, (row, column, context) -> {
                long millionths = row.getLong(column);
                return row.wasNull() ? null : new Quantity(millionths);
            });
            return query.apply(handle);
        });
    }

    /** What finds {@code text} anywhere in a column with LIKE, or null. */
    public static String anywhere(String text) {
        return text == null ? null : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
