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
 * Reads a record by the names of its components, {@code unitCost} from {@code unit_cost}; a component that is a record itself, and no column, from the
 * same row. Jdbi's own mapper of constructors makes its call anew for each row, a tenth of what reading took.
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
        RowMapper<?>[] readers = new RowMapper<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            readers[i] = reader(components[i], columns, result, context);
        }
        return (row, same) -> {
            Object[] values = new Object[readers.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = readers[i].map(row, same);
            }
            return record(values);
        };
    }

    private static RowMapper<?> reader(RecordComponent component, Map<String, Integer> columns, ResultSet result, StatementContext context) throws SQLException {
        Integer place = columns.get(component.getName().toLowerCase(Locale.ROOT));
        if (place == null && component.getType().isRecord()) {
            return new RecordMapper(component.getType()).specialize(result, context);
        }
        if (place == null) {
            throw new IllegalArgumentException(component + " of " + component.getDeclaringRecord() + " is none of the columns " + columns.keySet());
        }
        ColumnMapper<?> reader = context.findColumnMapperFor(component.getGenericType())
                .orElseThrow(() -> new IllegalArgumentException("no column becomes " + component));
        return (row, same) -> reader.map(row, place, same);
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
