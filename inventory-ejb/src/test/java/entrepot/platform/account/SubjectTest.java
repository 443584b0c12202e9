package entrepot.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectTest {

    @Test
    void aNameInAnyCaseIsOneUser() {
        assertThat(Subject.name(" BuYer ")).isEqualTo("buyer");
    }

    @Test
    void namesThatNoAccountCanHaveAreOneUser() {
        assertThat(Subject.name("x".repeat(65))).isEqualTo(Subject.name("a\nb")).isEqualTo("?");
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        assertThat(Subject.address("2001:db8:1:2:aaaa:0:0:1")).isEqualTo(Subject.address("2001:db8:1:2:bbbb:0:0:9"));
        assertThat(Subject.address("10.0.0.1")).isNotEqualTo(Subject.address("10.0.0.2"));
    }

    @Test
    void anEventStaysOneLine() {
        assertThat(SecurityLog.printable("a\r\nevent=logged-in\u202e", 80)).isEqualTo("a??event=logged-in?");
        assertThat(SecurityLog.printable("x".repeat(500), 80)).hasSize(80);
    }
}
