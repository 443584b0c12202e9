package entrepot.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Says of every statement that nobody wants generated keys from it. A pooled connection prepares with a result set type
 * otherwise, which the driver takes for a wish for keys, and then it sends a batch row by row instead of as one.
 */
final class WholeBatches extends DefaultStatementBuilder {

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        return context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()
                ? super.create(connection, sql, context)
                : connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
    }
}
