package entrepot.web.security;

import entrepot.platform.account.Caller;
import entrepot.platform.account.LogIn;
import entrepot.web.api.ServerFault;
import entrepot.web.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says for each request who makes it. The API takes HTTP Basic, a bearer token, or the session of the portal; pages take
 * the session. Whoever is nobody gets no further than the open doors. Roles are read anew each time, so a change of
 * rights holds for the next request.
 */
@ApplicationScoped
public class LogInMechanism implements HttpAuthenticationMechanism {

    @Inject
    private LogIn logIn;

    @Inject
    private Clock clock;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return decide(request, response, context);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (RuntimeException fault) {
            return broken(request, response, fault);
        }
    }

    private AuthenticationStatus decide(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        String header = request.getHeader("Authorization");
        if (Doors.isOpen(request)) {
            return context.doNothing();
        }
        if (Doors.isApi(request) && header != null) {
            return byHeader(request, response, context, header);
        }
        Optional<Caller> caller = bySession(request);
        if (caller.isEmpty()) {
            Turned.toLogIn(request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        return letIn(context, caller.get());
    }

    private AuthenticationStatus byHeader(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String header) throws IOException {
        Optional<Credentials> given = Credentials.parse(header);
        if (given.isEmpty()) {
            Turned.toLogIn(request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        LogIn.Answer answer = check(given.get(), request.getRemoteAddr());
        if (answer.letIn()) {
            return letIn(context, answer.caller());
        }
        if (answer.lockedUntil() != null) {
            tooMany(request, response, answer.lockedUntil());
        } else {
            Turned.toLogIn(request, response);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private LogIn.Answer check(Credentials given, String address) {
        return given.isToken()
                ? new LogIn.Answer(logIn.byToken(given.secret(), address).orElse(null), null)
                : logIn.byPasswordAgain(given.name(), given.secret(), address);
    }

    private Optional<Caller> bySession(HttpServletRequest request) {
        Optional<OpenSession> session = OpenSession.of(request);
        Optional<Caller> caller = session
                .filter(open -> !open.isTooOld(clock.instant()))
                .flatMap(open -> logIn.bySession(open.account(), open.stamp()));
        if (session.isPresent() && caller.isEmpty()) {
            OpenSession.end(request);
        }
        return caller;
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response, Instant until) throws IOException {
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
        response.setHeader("Retry-After", Long.toString(seconds));
        Turned.away(request, response, 429, "too-many-tries", "too many tries to log in: wait " + seconds + " seconds");
    }

    private static AuthenticationStatus letIn(HttpMessageContext context, Caller caller) {
        context.getRequest().setAttribute(Language.CHOSEN, caller.language());
        return context.notifyContainerAboutLogin(caller.name(), caller.roles());
    }

    private static AuthenticationStatus broken(HttpServletRequest request, HttpServletResponse response, RuntimeException fault) {
        try {
            ServerFault answer = ServerFault.of(fault, request.getMethod() + " " + Doors.path(request));
            answer.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
            Turned.away(request, response, answer.problem());
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
