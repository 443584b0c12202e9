package entrepot.platform.sql;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;

/**
 * How Java values stand in rows: UUID as BINARY(16); dates and times as the row has them, not by way of a calendar in the
 * zone of this machine; a record is read by its component names.
 */
public final class Rows {

    private static final int MOST = 1024;

    /** Jdbi remembers a mapper no longer than a handle. */
    private static final ClassValue<RecordMapper> RECORDS = new ClassValue<>() {
        @Override
        protected RecordMapper computeValue(Class<?> row) {
            return new RecordMapper(row);
        }
    };

    private Rows() {}

    public static Jdbi configure(Jdbi jdbi) {
        jdbi.setStatementBuilderFactory(connection -> new WholeBatches());
        jdbi.registerArgument(new UuidArgument());
        jdbi.registerColumnMapper(UUID.class, (row, column, context) -> uuid(row.getBytes(column)));
        jdbi.registerColumnMapper(LocalDate.class, (row, column, context) -> row.getObject(column, LocalDate.class));
        jdbi.registerColumnMapper(LocalDateTime.class, (row, column, context) -> row.getObject(column, LocalDateTime.class));
        jdbi.registerRowMapper((RowMapperFactory) Rows::record);
        return jdbi;
    }

    private static Optional<RowMapper<?>> record(Type type, ConfigRegistry config) {
        return type instanceof Class<?> row && row.isRecord() ? Optional.of(RECORDS.get(row)) : Optional.empty();
    }

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    /**
     * The values of an IN list, in their order: by {@value #MOST}, and of the rest the last one repeated until their number is a
     * power of two. So lists of all lengths are a few short statements, which Jdbi, driver and database know already.
     */
    public static <T> List<List<T>> parts(Collection<T> values) {
        List<T> all = new ArrayList<>(values);
        while (all.size() % MOST > 0 && Integer.bitCount(all.size() % MOST) > 1) {
            all.add(all.get(all.size() - 1));
        }
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            parts.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return parts;
    }

    public static UUID uuid(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
        UuidArgument() {
            super(Types.BINARY);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setBytes(position, bytes(value));
        }
    }
}
