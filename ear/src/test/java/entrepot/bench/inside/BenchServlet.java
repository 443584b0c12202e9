package entrepot.bench.inside;

import entrepot.bench.Mix;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code GET bench?mix=&threads=&group=&sales=&reference=&seed=}: sells, and answers with what it took. */
@WebServlet("/bench")
public class BenchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient BenchSeller seller;

    @Resource
    private transient ManagedThreadFactory threads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Mix mix = Mix.valueOf(request.getParameter("mix"));
        int count = number(request, "threads");
        int group = number(request, "group");
        AtomicInteger left = new AtomicInteger(number(request, "sales"));
        AtomicInteger refused = new AtomicInteger();
        ExecutorService tills = Executors.newFixedThreadPool(count, threads);
        List<Future<List<Long>>> running = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Random random = new Random(number(request, "seed") * 1000L + i);
            running.add(tills.submit(() -> {
                List<Long> took = new ArrayList<>();
                while (left.getAndAdd(-group) > 0) {
                    long start = System.nanoTime();
                    refused.addAndGet(seller.sell(mix, random, group, request.getParameter("reference")));
                    took.add(System.nanoTime() - start);
                }
                return took;
            }));
        }
        List<Long> took = new ArrayList<>();
        for (Future<List<Long>> one : running) {
            took.addAll(join(one));
        }
        long nanos = System.nanoTime() - begun;
        tills.shutdown();
        response.setContentType("text/plain");
        response.getWriter().print(took.size() * (long) group + " " + nanos + " " + refused.get());
        for (long nanosOfOne : took.stream().sorted().toList()) {
            response.getWriter().print(" " + nanosOfOne / 1000);
        }
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("selling failed", failure.getCause());
        }
    }

    private static int number(HttpServletRequest request, String name) {
        return Integer.parseInt(request.getParameter(name));
    }
}
