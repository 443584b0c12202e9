package entrepot.platform.account;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The security log: one row and one line an event, in a transaction of its own. What clients sent is cut short and made
 * printable, so that an event stays one line. Never a password or a token.
 */
@ApplicationScoped
public class SecurityLog {

    private static final Logger LOG = System.getLogger(SecurityLog.class.getName());

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(SecurityEvent event, String account, String address, String detail) {
        String who = printable(account, 80);
        String what = printable(detail, 300);
        LOG.log(Level.INFO, "security: event={0} account={1} address={2} detail={3}", event.code(), who, address, what);
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO security_event (id, at, event, account, address, detail) VALUES (?, ?, ?, ?, ?, ?)",
                ids.next(), LocalDateTime.now(clock.withZone(ZoneOffset.UTC)), event.code(), who, printable(address, 64), what));
    }

    static String printable(String text, int most) {
        String plain = text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
        return plain.length() <= most ? plain : plain.substring(0, most - 1) + "…";
    }
}
