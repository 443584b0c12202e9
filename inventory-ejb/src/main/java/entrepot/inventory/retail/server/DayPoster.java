package entrepot.inventory.retail.server;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.server.GoodsDesk;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.retail.DayPlan;
import entrepot.inventory.sale.Sale;
import entrepot.inventory.sale.server.SaleDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Posts the documents of a day in their order, many to a transaction. Posting a day again changes nothing. */
@ApplicationScoped
public class DayPoster {

    private static final int DOCUMENTS = 500;
    private static final int LINES = 3000;

    @EJB
    private GoodsDesk goods;

    @EJB
    private SaleDesk sales;

    void post(DayPlan day) {
        notes(day.in());
        sales(day.sales());
        notes(day.out());
    }

    private void notes(List<GoodsNote> notes) {
        List<GoodsDesk.Request> group = new ArrayList<>();
        int lines = 0;
        for (GoodsNote note : notes) {
            if (isFull(group.size(), lines + note.lines().size())) {
                postNotes(group);
                lines = 0;
            }
            group.add(new GoodsDesk.Request(note, note.id().toString()));
            lines += note.lines().size();
        }
        postNotes(group);
    }

    private void postNotes(List<GoodsDesk.Request> group) {
        if (!group.isEmpty()) {
            List<PostingOutcome> outcomes = goods.post(List.copyOf(group));
            for (int place = 0; place < group.size(); place++) {
                need(outcomes.get(place), group.get(place).note().reference());
            }
            group.clear();
        }
    }

    /** What comes back on the day of its sale must wait for that sale to be in the book. */
    private void sales(List<Sale> documents) {
        List<SaleDesk.Request> group = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        int lines = 0;
        for (Sale sale : documents) {
            boolean waits = sale.lines().stream().anyMatch(line -> ids.contains(line.returnOf()));
            if (waits || isFull(group.size(), lines + sale.lines().size())) {
                postSales(group);
                ids.clear();
                lines = 0;
            }
            group.add(new SaleDesk.Request(sale, sale.id().toString()));
            ids.add(sale.id());
            lines += sale.lines().size();
        }
        postSales(group);
    }

    private void postSales(List<SaleDesk.Request> group) {
        if (!group.isEmpty()) {
            List<PostingOutcome> outcomes = sales.post(List.copyOf(group));
            for (int place = 0; place < group.size(); place++) {
                need(outcomes.get(place), group.get(place).sale().reference());
            }
            group.clear();
        }
    }

    private static boolean isFull(int documents, int lines) {
        return documents >= DOCUMENTS || documents > 0 && lines > LINES;
    }

    /** The plan made sure that everything can be posted; what is refused all the same stops the import. */
    private static void need(PostingOutcome outcome, String reference) {
        String problem = outcome.fold(
                accepted -> null,
                already -> null,
                clash -> "its id " + clash.id() + " stands for another posting",
                refused -> refused.refusals().get(0).detail());
        if (problem != null) {
            throw new IllegalStateException("document " + reference + " was not posted: " + problem);
        }
    }
}
