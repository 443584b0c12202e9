package entrepot.platform.sql;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Reads a record by the names of its components, {@code unitCost} from {@code unit_cost}. Jdbi's own mapper of constructors
 * makes its call anew for each row, a tenth of what reading took.
 */
final class RecordMapper implements RowMapper<Object> {

    private final RecordComponent[] components;
    private final MethodHandle constructor;

    RecordMapper(Class<?> row) {
        components = row.getRecordComponents();
        constructor = canonical(row).asSpreader(Object[].class, components.length).asType(methodType(Object.class, Object[].class));
    }

    /** Opened up, since the record of a query is mostly private to it. */
    private MethodHandle canonical(Class<?> row) {
        try {
            Constructor<?> canonical = row.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return MethodHandles.lookup().unreflectConstructor(canonical);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(row + " has no canonical constructor", impossible);
        }
    }

    @Override
    public Object map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    /** @throws IllegalArgumentException where a component has no column */
    @Override
    public RowMapper<Object> specialize(ResultSet result, StatementContext context) throws SQLException {
        Map<String, Integer> columns = columns(result.getMetaData());
        int[] places = new int[components.length];
        ColumnMapper<?>[] readers = new ColumnMapper<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            Integer place = columns.get(component.getName().toLowerCase(Locale.ROOT));
            if (place == null) {
                throw new IllegalArgumentException(component + " of " + component.getDeclaringRecord() + " is none of the columns " + columns.keySet());
            }
            places[i] = place;
            readers[i] = context.findColumnMapperFor(component.getGenericType())
                    .orElseThrow(() -> new IllegalArgumentException("no column becomes " + component));
        }
        return (row, same) -> {
            Object[] values = new Object[places.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = readers[i].map(row, places[i], same);
            }
            return record(values);
        };
    }

    private static Map<String, Integer> columns(ResultSetMetaData result) throws SQLException {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 1; column <= result.getColumnCount(); column++) {
            columns.putIfAbsent(result.getColumnLabel(column).replace("_", "").toLowerCase(Locale.ROOT), column);
        }
        return columns;
    }

    private Object record(Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a constructor of a record that declares exceptions", impossible);
        }
    }
}
