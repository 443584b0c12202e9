package entrepot.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "passwordpassword", "Password1234", "PASSWORD2026!!", "aaaaaaaaaaaaaaaa", "1q2w3e4r5t6y",
            "ababababababab", "123456789012", "my buyer is here"})
    void aPasswordThatIsTriedFirstIsRefused(String password) {
        assertThat(Passwords.faults(password, "buyer")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"copper wire and coffee", "ein Fass voll Öl", "tk8x2-9mfqa-ccd7p-z4rwn", "пятнадцать дней"})
    void aLongPasswordOfAnyScriptIsTaken(String password) {
        assertThat(Passwords.faults(password, "buyer")).isEmpty();
    }

    @Test
    void generatedPasswordsPassTheRulesAndDiffer() {
        SecureRandom random = new SecureRandom();
        String one = Passwords.generate(random);
        assertThat(one).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}").isNotEqualTo(Passwords.generate(random));
        assertThat(Passwords.faults(one, "admin")).isEmpty();
    }

    @Test
    void charactersAfterThe72ndByteCount() {
        String hash = Passwords.hash("x".repeat(100) + "a");
        assertThat(Passwords.match("x".repeat(100) + "a", hash)).isTrue();
        assertThat(Passwords.match("x".repeat(100) + "b", hash)).isFalse();
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(Passwords.match("nobody has this password", null)).isFalse();
    }
}
