package entrepot.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of one instance: database, queues, log, seals, secrets. Readable by its owner only. */
public final class DataFolder {

    private static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;

    private final Path top;

    private DataFolder(Path top) {
        this.top = top;
    }

    public static DataFolder at(Path top) {
        return new DataFolder(top);
    }

    public DataFolder prepare() {
        try {
            Files.createDirectories(top);
            Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwx------"));
            for (Path folder : new Path[] {log(), run(), temporary(), seals(), server()}) {
                Files.createDirectories(folder);
            }
            return this;
        } catch (IOException failure) {
            throw new CannotStart("The data folder " + top + " cannot be written: " + failure.getMessage() + ".", failure);
        }
    }

    public void checkRoom() {
        try {
            long free = Files.getFileStore(top).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CannotStart("The disk of " + top + " has " + free / (1024 * 1024)
                        + " MB free and Entrepot needs 500 MB: free some, or set ENTREPOT_DATA to a folder elsewhere.");
            }
        } catch (IOException failure) {
            throw new CannotStart("The disk of " + top + " does not answer: " + failure.getMessage() + ".", failure);
        }
    }

    /** Held until the process ends, however it ends. */
    public FileLock lock() {
        Path file = top.resolve("lock");
        try {
            FileLock lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
            if (lock == null) {
                throw new CannotStart("Entrepot already runs on " + top
                        + ": './entrepot stop' stops it, or set ENTREPOT_DATA to another folder.");
            }
            return lock;
        } catch (IOException failure) {
            throw new CannotStart("The lock " + file + " cannot be written: " + failure.getMessage() + ".", failure);
        }
    }

    /** Removes what was kept, for a start from nothing; the lock stays, it may be held. */
    public void empty() {
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!file.equals(top.resolve("lock"))) {
                        Files.delete(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    if (!folder.equals(top)) {
                        Files.delete(folder);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot empty " + top, failure);
        }
    }

    public Path top() {
        return top;
    }

    public Path database() {
        return top.resolve("database");
    }

    public Path server() {
        return top.resolve("server");
    }

    public Path log() {
        return top.resolve("log");
    }

    public Path run() {
        return top.resolve("run");
    }

    public Path temporary() {
        return top.resolve("tmp");
    }

    public Path seals() {
        return top.resolve("seals");
    }

    public Path secret(String name) {
        return top.resolve("secrets").resolve(name);
    }
}
