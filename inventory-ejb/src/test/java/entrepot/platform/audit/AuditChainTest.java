package entrepot.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditChainTest {

    private static final LocalDateTime SEALED_AT = LocalDateTime.of(2026, 11, 26, 5, 0);

    /** Five seals, of the postings 101 to 105; the first two were sealed without their time. */
    private static List<Sealed> chain() {
        List<Sealed> chain = new ArrayList<>();
        byte[] hash = Sealer.FIRST;
        for (long number = 1; number <= 5; number++) {
            String body = (number < 3 ? "1|" : "2|") + (100 + number) + "|what was posted;";
            hash = Sealer.hash(hash, Sealed.text(SEALED_AT, body));
            chain.add(new Sealed(number, 100 + number, hash, SEALED_AT, body));
        }
        return chain;
    }

    private static Optional<String> follow(List<Sealed> links) {
        AuditChain chain = AuditChain.whole();
        return links.stream().map(chain::follow).flatMap(Optional::stream).map(AuditChain.Break::what).findFirst();
    }

    @Test
    void anUntouchedChainIsInOrder() {
        assertThat(follow(chain())).isEmpty();
    }

    @Test
    void aFlippedByteIsNamed() {
        List<Sealed> chain = chain();
        Sealed third = chain.get(2);
        chain.set(2, new Sealed(3, 103, third.hash(), SEALED_AT, third.body().replace("what", "What")));
        assertThat(follow(chain)).hasValueSatisfying(finding -> assertThat(finding).startsWith("seal 3: the hash"));
    }

    @Test
    void anotherTimeIsNamed() {
        List<Sealed> chain = chain();
        Sealed third = chain.get(2);
        chain.set(2, new Sealed(3, 103, third.hash(), SEALED_AT.minusDays(1), third.body()));
        assertThat(follow(chain)).hasValueSatisfying(finding -> assertThat(finding).startsWith("seal 3: the hash"));
    }

    @Test
    void aDroppedRowIsNamed() {
        List<Sealed> chain = chain();
        chain.remove(2);
        assertThat(follow(chain)).hasValue("seal 3 is missing");
    }

    @Test
    void swappedRowsAreNamed() {
        List<Sealed> chain = chain();
        Sealed third = chain.get(2);
        Sealed fourth = chain.get(3);
        chain.set(2, new Sealed(3, 104, third.hash(), SEALED_AT, fourth.body()));
        chain.set(3, new Sealed(4, 103, fourth.hash(), SEALED_AT, third.body()));
        assertThat(follow(chain)).hasValueSatisfying(finding -> assertThat(finding).startsWith("seal 3: the hash"));
    }

    @Test
    void aCutTailIsInTheFileOutsideTheDatabase(@TempDir Path folder) throws IOException {
        try (ShippedSeals file = ShippedSeals.open(shipped(folder, ""), 0)) {
            chain().subList(0, 3).forEach(sealed -> assertThat(file.agrees(sealed)).contains(true));
            assertThat(file.nextNumber()).contains("4");
        }
    }

    @Test
    void aChainMadeAnewDiffersFromTheFile(@TempDir Path folder) throws IOException {
        String body = "1|101|another story;";
        try (ShippedSeals file = ShippedSeals.open(shipped(folder, ""), 0)) {
            assertThat(file.agrees(new Sealed(1, 101, Sealer.hash(Sealer.FIRST, body), SEALED_AT, body))).contains(false);
        }
    }

    @Test
    void aLineThatIsBeingWrittenIsNotThereYet(@TempDir Path folder) throws IOException {
        Sealed sixth = new Sealed(6, 106, new byte[32], SEALED_AT, "1|106|what was posted;");
        try (ShippedSeals file = ShippedSeals.open(shipped(folder, SealFile.line(sixth).substring(0, 40)), 0)) {
            chain().forEach(file::agrees);
            assertThat(file.agrees(sixth)).isEmpty();
            assertThat(file.lines()).isEqualTo(5);
        }
    }

    @Test
    void readingGoesOnWhereAnotherReadingHadGotTo(@TempDir Path folder) throws IOException {
        Path path = shipped(folder, "");
        try (ShippedSeals file = ShippedSeals.open(path, 0)) {
            chain().subList(0, 3).forEach(file::agrees);
            try (ShippedSeals rest = ShippedSeals.open(path, file.position())) {
                AuditChain chain = AuditChain.after(chain().get(2));
                for (Sealed sealed : chain().subList(3, 5)) {
                    assertThat(rest.agrees(sealed)).contains(true);
                    assertThat(chain.follow(sealed)).isEmpty();
                }
            }
        }
    }

    @Test
    void bytesThatAreNoTextDiffer(@TempDir Path folder) throws IOException {
        Path path = shipped(folder, "");
        byte[] bytes = Files.readAllBytes(path);
        bytes[80] = (byte) 0xFF;
        Files.write(path, bytes);
        try (ShippedSeals file = ShippedSeals.open(path, 0)) {
            assertThat(file.agrees(chain().get(0))).contains(false);
        }
    }

    @Test
    void whatLiesBehindAGapIsNotShipped() {
        List<Sealed> chain = chain();
        chain.remove(3);
        assertThat(SealFile.dense(chain, 0)).isEqualTo(3);
        assertThat(SealFile.dense(chain.subList(3, 4), 3)).isZero();
    }

    private static Path shipped(Path folder, String torn) throws IOException {
        String lines = chain().stream().map(sealed -> SealFile.line(sealed) + "\n").collect(Collectors.joining());
        return Files.writeString(folder.resolve("seals.log"), lines + torn);
    }
}
