package entrepot.bench;

import entrepot.system.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/** Takes the time of some work, the processor seconds of client, server and database, and the statements the database counted. */
record Meter(Product product) {

    /** @param work what is measured; gives the number of errors */
    Measured time(long sales, LongSupplier work) {
        double[] cpuBefore = cpu();
        long statementsBefore = statements();
        long begun = System.nanoTime();
        long errors = work.getAsLong();
        double seconds = (System.nanoTime() - begun) / 1e9;
        long statements = statements() - statementsBefore;
        double[] cpu = cpu();
        for (int i = 0; i < cpu.length; i++) {
            cpu[i] -= cpuBefore[i];
        }
        return new Measured(sales, seconds, new long[0], statements, cpu, errors);
    }

    private long statements() {
        try {
            return new BookSql(product).statements();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private double[] cpu() {
        return new double[] {
            cpu(ProcessHandle.current()), cpu(product.process("server")), cpu(product.process("database"))
        };
    }

    /** User and system time so far, of the clock ticks in {@code /proc}. */
    private static double cpu(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
