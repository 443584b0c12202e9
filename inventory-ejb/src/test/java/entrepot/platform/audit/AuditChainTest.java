package entrepot.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditChainTest {

    /** Five seals, of the postings 101 to 105. */
    private static List<Sealed> chain() {
        List<Sealed> chain = new ArrayList<>();
        byte[] hash = Sealer.FIRST;
        for (long number = 1; number <= 5; number++) {
            String body = "1|" + (100 + number) + "|what was posted;";
            hash = Sealer.hash(hash, body);
            chain.add(new Sealed(number, 100 + number, hash, body));
        }
        return chain;
    }

    private static Optional<String> follow(List<Sealed> links) {
        AuditChain chain = new AuditChain();
        return links.stream().map(chain::follow).flatMap(Optional::stream).findFirst();
    }

    @Test
    void anUntouchedChainIsInOrder() {
        assertThat(follow(chain())).isEmpty();
    }

    @Test
    void aFlippedByteIsNamed() {
        List<Sealed> chain = chain();
        Sealed third = chain.get(2);
        chain.set(2, new Sealed(3, 103, third.hash(), third.body().replace("what", "What")));
        assertThat(follow(chain)).hasValueSatisfying(finding -> assertThat(finding).startsWith("seal 3: the hash"));
    }

    @Test
    void aDroppedRowIsNamed() {
        List<Sealed> chain = chain();
        chain.remove(2);
        assertThat(follow(chain)).hasValue("seal 3 is missing: after 2 comes 4");
    }

    @Test
    void swappedRowsAreNamed() {
        List<Sealed> chain = chain();
        Sealed third = chain.get(2);
        Sealed fourth = chain.get(3);
        chain.set(2, new Sealed(3, 104, third.hash(), fourth.body()));
        chain.set(3, new Sealed(4, 103, fourth.hash(), third.body()));
        assertThat(follow(chain)).hasValueSatisfying(finding -> assertThat(finding).startsWith("seal 3: the hash"));
    }

    @Test
    void aCutTailIsInTheFileOutsideTheDatabase(@TempDir Path folder) throws IOException {
        try (ShippedSeals file = ShippedSeals.open(shipped(folder, ""))) {
            chain().subList(0, 3).forEach(sealed -> assertThat(file.agrees(sealed)).contains(true));
            assertThat(file.nextNumber()).contains(4L);
        }
    }

    @Test
    void aChainMadeAnewDiffersFromTheFile(@TempDir Path folder) throws IOException {
        String body = "1|101|another story;";
        try (ShippedSeals file = ShippedSeals.open(shipped(folder, ""))) {
            assertThat(file.agrees(new Sealed(1, 101, Sealer.hash(Sealer.FIRST, body), body))).contains(false);
        }
    }

    @Test
    void aLineThatIsBeingWrittenIsNotThereYet(@TempDir Path folder) throws IOException {
        Sealed sixth = new Sealed(6, 106, new byte[32], "1|106|what was posted;");
        try (ShippedSeals file = ShippedSeals.open(shipped(folder, SealFile.line(sixth).substring(0, 40)))) {
            chain().forEach(file::agrees);
            assertThat(file.agrees(sixth)).isEmpty();
            assertThat(file.line()).isEqualTo(5);
        }
    }

    private static Path shipped(Path folder, String torn) throws IOException {
        String lines = chain().stream().map(sealed -> SealFile.line(sealed) + "\n").collect(Collectors.joining());
        return Files.writeString(folder.resolve("seals.log"), lines + torn);
    }
}
