package entrepot.platform.sql;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Plain SQL on the book's database. Inside a transaction every handle works on that transaction's connection;
 * outside of one each statement commits by itself. Jdbi's own transactions are not used: the container has them.
 */
@ApplicationScoped
public class Database {

    @Resource(lookup = "java:jboss/datasources/Entrepot")
    private DataSource source;

    private Jdbi jdbi;

    @PostConstruct
    void open() {
        jdbi = Rows.configure(Jdbi.create(source));
    }

    public Jdbi jdbi() {
        return jdbi;
    }
}
