package entrepot.web.api;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A text that is sent once all of it is there: where its making fails, the answer says so, and nobody takes half of it for the whole. */
final class WholeFile implements StreamingOutput {

    private final FileChannel file;

    private WholeFile(FileChannel file) {
        this.file = file;
    }

    /** @param write is given a place for the text, in pieces */
    static WholeFile of(Consumer<Consumer<String>> write) {
        try {
            FileChannel file = FileChannel.open(Files.createTempFile("whole", ".txt"), StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            try {
                Writer text = new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8));
                write.accept(piece -> append(text, piece));
                text.flush();
                file.position(0);
                return new WholeFile(file);
            } catch (IOException | RuntimeException failed) {
                file.close();
                throw failed;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void append(Writer text, String piece) {
        try {
            text.append(piece);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (file) {
            Channels.newInputStream(file).transferTo(out);
        }
    }
}
