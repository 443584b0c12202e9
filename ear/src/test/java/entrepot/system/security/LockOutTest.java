package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.launcher.Login;
import entrepot.system.Api;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guessing: five tries a user, fifty an address, however they come. */
@OnProduct
class LockOutTest {

    private static final int USER = 5;
    private static final int ADDRESS = 50;

    private final Product product;
    private final Guesser guesser;

    LockOutTest(Product product) {
        this.product = product;
        this.guesser = new Guesser(product, address());
    }

    @Test
    void theRightPasswordDoesNotHelpAfterFiveWrongOnes() {
        Login login = made();
        assertThat(guesser.guess(login.name(), login.password())).isEqualTo(200);
        assertThat(tries(login.name(), USER)).containsOnly(401);
        assertThat(guesser.guess(login.name(), login.password())).isEqualTo(429);
        assertThat(new Guesser(product, address()).guess(login.name(), login.password())).isEqualTo(429);
    }

    @Test
    void anAdministratorLiftsTheLock() {
        Login login = made();
        tries(login.name(), USER + 1);
        Api admin = product.as("admin");
        assertThat(admin.send(admin.request("api/v1/accounts/" + login.name() + "/open").POST(BodyPublishers.noBody())).status())
                .isEqualTo(200);
        assertThat(guesser.guess(login.name(), login.password())).isEqualTo(200);
    }

    @Test
    void anAdministratorSeesALockAndLiftsItAloneSoThatAClosedAccountStaysClosed() {
        Login login = made();
        Api admin = product.as("admin");
        String account = "api/v1/accounts/" + login.name();
        assertThat(admin.get(account + "/tries").json().path("lockedUntil").isMissingNode()).isTrue();
        tries(login.name(), USER + 1);
        assertThat(admin.get(account + "/tries").json().path("lockedUntil").asText()).isNotBlank();
        assertThat(admin.get(account + "/tries").json().path("lockOuts").asInt()).isEqualTo(1);
        admin.send(admin.request(account + "/close").POST(BodyPublishers.noBody()));
        assertThat(admin.send(admin.request(account + "/tries").DELETE()).status()).isEqualTo(204);
        assertThat(admin.get(account + "/tries").json().path("lockOuts").asInt()).isZero();
        assertThat(guesser.guess(login.name(), login.password())).as("closed").isEqualTo(401);
        assertThat(admin.get(account).json().path("active").asBoolean()).isFalse();
    }

    @Test
    void aHundredGuessesAtOnceAreFiveGuesses() throws Exception {
        Login login = made();
        ExecutorService threads = Executors.newFixedThreadPool(25);
        try {
            // From many addresses, so that it is the user's lock that holds.
            List<Callable<Integer>> guesses = IntStream.range(0, 100)
                    .mapToObj(i -> (Callable<Integer>) () -> new Guesser(product, address()).guess(login.name(), "guess number " + i))
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(guesses)) {
                answers.add(answer.get());
            }
            assertThat(Collections.frequency(answers, 401)).isEqualTo(USER);
            assertThat(Collections.frequency(answers, 429)).isEqualTo(100 - USER);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aNameInAnotherCaseIsTheSameUser() {
        Login login = made();
        String upper = login.name().toUpperCase(Locale.ROOT);
        assertThat(Stream.of(login.name(), upper, " " + login.name(), login.name() + " ", upper).map(name -> guesser.guess(name, "wrong one")))
                .containsOnly(401);
        assertThat(guesser.guess(login.name(), login.password())).isEqualTo(429);
    }

    @Test
    void aNameThatNobodyHasIsAnsweredAlike() {
        Login login = made();
        String nobody = "nobody-" + Long.toString(System.nanoTime(), 36);
        for (int i = 0; i < USER; i++) {
            assertThat(guesser.answer(login.name(), "wrong one")).isEqualTo(guesser.answer(nobody, "wrong one"));
        }
        assertThat(guesser.guess(login.name(), "wrong one")).isEqualTo(429);
        assertThat(guesser.guess(nobody, "wrong one")).isEqualTo(429);
    }

    @Test
    void aNameThatNobodyHasTakesAsLong() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int user = 0; user < 4; user++) {
            String name = made().name();
            String nobody = "nobody-" + Long.toString(System.nanoTime(), 36);
            for (int i = 0; i < USER; i++) {
                known.add(nanos(name));
                unknown.add(nanos(nobody));
            }
        }
        double ratio = (double) median(known) / median(unknown);
        assertThat(ratio).as("time for a known name / for an unknown one").isBetween(0.6, 1.7);
    }

    @Test
    void fiftyNamesFromOneAddressLockTheAddress() {
        Login login = made();
        for (int i = 0; i < ADDRESS; i++) {
            assertThat(guesser.guess("name-" + i + "-" + System.nanoTime(), "wrong one")).isEqualTo(401);
        }
        assertThat(guesser.guess(login.name(), login.password())).isEqualTo(429);
        assertThat(new Guesser(product, address()).guess(login.name(), login.password())).isEqualTo(200);
    }

    /** Where a restart finds it again. */
    @Test
    void theLockIsInTheDatabase() throws SQLException {
        Login login = made();
        tries(login.name(), USER + 1);
        assertThat(number("SELECT COUNT(*) FROM login_guard WHERE subject = ? AND locked_until > UTC_TIMESTAMP()", "user:" + login.name()))
                .isEqualTo(1);
    }

    @Test
    void tokensAndOpenSessionsGoOnWorking() {
        Login login = made();
        var visitor = new Visitor(product);
        visitor.logIn(login);
        tries(login.name(), USER + 1);
        assertThat(visitor.get("api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void theSecurityLogHasItAndCannotBeChanged() throws SQLException {
        Login login = made();
        tries(login.name(), USER + 1);
        assertThat(number("SELECT COUNT(*) FROM security_event WHERE account = ? AND event = 'log-in-failed'", login.name())).isEqualTo(USER);
        assertThat(number("SELECT COUNT(*) FROM security_event WHERE account = ? AND event = 'locked-out'", login.name())).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM security_event WHERE event = 'account-made' AND detail LIKE CONCAT(?, '%')", login.name()))
                .isEqualTo(1);
        for (String change : List.of("UPDATE security_event SET detail = ''", "DELETE FROM security_event")) {
            try (Connection connection = product.asApplication(); var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("denied");
            }
        }
    }

    private List<Integer> tries(String name, int times) {
        return IntStream.range(0, times).mapToObj(i -> guesser.guess(name, "wrong number " + i)).toList();
    }

    private long nanos(String name) {
        long begun = System.nanoTime();
        guesser.guess(name, "wrong one");
        return System.nanoTime() - begun;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private long number(String sql, String value) throws SQLException {
        try (Connection connection = product.asApplication(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Login made() {
        Login login = new Login("guessed-" + Long.toString(System.nanoTime(), 36), "nine rolls of wire");
        assertThat(product.as("admin").post("api/v1/accounts", "{\"name\":\"" + login.name() + "\",\"displayName\":\"Guessed\",\"password\":\""
                + login.password() + "\",\"roles\":[\"cashier\"]}").status()).isEqualTo(201);
        return login;
    }

    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "127." + random.nextInt(1, 255) + "." + random.nextInt(1, 255) + "." + random.nextInt(1, 255);
    }
}
