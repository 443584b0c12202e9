package entrepot.web.api;

import entrepot.web.arrow.ArrowStream;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** What is sent once all of it is there: where its making fails, the answer says so, and nobody takes half of it for the whole. */
public final class WholeFile implements StreamingOutput {

    private final FileChannel file;

    private WholeFile(FileChannel file) {
        this.file = file;
    }

    /** @param write is given a place for the text, in pieces; UTF-8 */
    static WholeFile of(Consumer<Consumer<String>> write) {
        return written(out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            write.accept(piece -> append(text, piece));
            text.flush();
        });
    }

    /** @throws UncheckedIOException where it cannot be kept */
    public static WholeFile written(StreamingOutput content) {
        try {
            FileChannel file = FileChannel.open(Files.createTempFile("whole", ".txt"), StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            try {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));
                content.write(out);
                out.flush();
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

    /** To be kept under that name. */
    static Response csv(String name, StreamingOutput content) {
        return Response.ok(written(content))
                .type("text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Columns of Apache Arrow, to be kept under that name. */
    static Response arrow(String name, StreamingOutput content) {
        return Response.ok(written(content))
                .type(ArrowStream.TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
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
