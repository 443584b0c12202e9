package entrepot.platform.company;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.ColumnMapper;

/**
 * Reads figures as what they are: a BIGINT column becomes {@link Money} of the company's currency or a
 * {@link Quantity}, whichever the record asks for; a text such as {@code USD 1250} is money of that currency.
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
            figure(handle, Money.class, minor -> money(minor, currency));
            figure(handle, Quantity.class, units -> new Quantity(whole(units)));
            return query.apply(handle);
        });
    }

    /**
     * Likewise, in a transaction of the caller's that has read nothing yet, not even the company: all statements are as of the first
     * of them, whatever is posted meanwhile.
     */
    public <T> T readOneMoment(Function<Handle, T> query) {
        database.jdbi().useHandle(handle -> handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"));
        return read(query);
    }

    private static Money money(String minor, Currency own) {
        int code = minor.indexOf(' ');
        return code < 0 ? new Money(whole(minor), own)
                : new Money(whole(minor.substring(code + 1)), Currency.getInstance(minor.substring(0, code)));
    }

    private static long whole(String figure) {
        return figure.indexOf('.') < 0 ? Long.parseLong(figure) : new BigDecimal(figure).longValue();
    }

    /** As a part of a row, and as the only column of one. */
    private static <F> void figure(Handle handle, Class<F> type, Function<String, F> of) {
        ColumnMapper<F> column = (row, number, context) -> {
            String value = row.getString(number);
            return value == null ? null : of.apply(value);
        };
        handle.registerColumnMapper(type, column);
        handle.registerRowMapper(type, (row, context) -> column.map(row, 1, context));
    }

    /** What finds {@code text} anywhere in a column with LIKE, or null. */
    public static String anywhere(String text) {
        return text == null ? null : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
