package entrepot.platform.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pairs of name and password that were right within the last minutes, as keyed digests in memory only. Requests with the
 * same pair at the same moment wait for one check, so a program that starts with ten requests is not taken for a guesser.
 */
@ApplicationScoped
class KnownPasswords {

    private static final Duration FOR = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final byte[] key = new byte[32];
    private final Map<String, Known> pairs = new ConcurrentHashMap<>();
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    @Inject
    private Clock clock;

    private record Known(int stamp, Instant until) {}

    KnownPasswords() {
        new SecureRandom().nextBytes(key);
    }

    /**
     * @param check counts a try and looks at the password
     * @param now   the account as it is at this moment, if it may come in at all
     */
    LogIn.Answer once(String name, String password, Supplier<LogIn.Answer> check, Supplier<Optional<Caller>> now) {
        String pair = digest(name, password);
        Optional<LogIn.Answer> before = earlier(pair, now);
        if (before.isPresent()) {
            return before.get();
        }
        synchronized (lockOf(pair)) {
            return earlier(pair, now).orElseGet(() -> remember(pair, check.get()));
        }
    }

    private Optional<LogIn.Answer> earlier(String pair, Supplier<Optional<Caller>> now) {
        Known known = pairs.get(pair);
        if (known == null || clock.instant().isAfter(known.until())) {
            return Optional.empty();
        }
        return now.get().filter(caller -> caller.stamp() == known.stamp()).map(caller -> new LogIn.Answer(caller, null));
    }

    private LogIn.Answer remember(String pair, LogIn.Answer answer) {
        if (answer.letIn()) {
            if (pairs.size() >= MOST) {
                pairs.clear();
            }
            pairs.put(pair, new Known(answer.caller().stamp(), clock.instant().plus(FOR)));
        }
        return answer;
    }

    private Object lockOf(String pair) {
        return locks[Math.floorMod(pair.hashCode(), locks.length)];
    }

    private String digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((name + "\0" + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
