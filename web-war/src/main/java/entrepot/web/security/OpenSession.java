package entrepot.web.security;

import entrepot.platform.account.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * That somebody logged in, as the HTTP session keeps it.
 *
 * @param stamp of the account at that time
 * @param token which each request that changes something must bring
 */
record OpenSession(String account, int stamp, String token, Instant since) implements Serializable {

    static final Duration LONGEST = Duration.ofHours(12);
    private static final String KEY = "entrepot.session";

    /** In a new session with a new id: whatever the browser had before is gone. */
    static OpenSession begin(HttpServletRequest request, Caller caller, Instant now) {
        end(request);
        var session = new OpenSession(caller.name(), caller.stamp(), random(), now);
        request.getSession(true).setAttribute(KEY, session);
        return session;
    }

    static Optional<OpenSession> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((OpenSession) session.getAttribute(KEY));
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    boolean isTooOld(Instant now) {
        return now.isAfter(since.plus(LONGEST));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
