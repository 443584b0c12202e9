package entrepot.system;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work of many at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** One thread each; comes back when all are done. @param work by the number of who does it, from 0 */
    public static void run(int many, IntConsumer work) {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        List<CompletableFuture<Void>> all = IntStream.range(0, many)
                .mapToObj(number -> CompletableFuture.runAsync(() -> work.accept(number), threads))
                .toList();
        all.forEach(CompletableFuture::join);
        threads.shutdown();
    }
}
