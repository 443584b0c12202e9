package entrepot.web.api;

import entrepot.inventory.journal.server.PostingReport;
import entrepot.inventory.journal.server.PostingView;
import entrepot.inventory.ledger.Explanation;
import entrepot.inventory.ledger.server.CostReport;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Explains a cost: the tree of what it is made of, and the same as sentences. */
@ApplicationScoped
public class Explained {

    @EJB
    private CostReport report;

    @EJB
    private PostingReport postings;

    /** @param sentences the tree, read aloud; the first is of the movement itself */
    public record Cost(String currency, Node tree, List<String> sentences, List<Entry> entries) {}

    /**
     * @param ground   why it is worth that: a {@code Basis}
     * @param quantity of the part that is looked at, positive
     * @param worth    of that part, positive
     * @param unitCost worth over quantity, or null where nothing moved
     * @param held     what the pool held just before, where an average was taken of it; or null
     * @param hidden   how many more parts there are
     */
    public record Node(
            long movement, UUID posting, String kind, String reference, LocalDate date, String sku, String location, String ground,
            BigDecimal quantity, BigDecimal worth, BigDecimal unitCost, Held held, List<Node> parts, List<Cause> causes, int hidden) {}

    public record Held(BigDecimal quantity, BigDecimal value) {}

    /** A charge or a correction that is in it. @param amount or null @param quantity or null */
    public record Cause(UUID posting, String kind, String reference, LocalDate date, BigDecimal amount, BigDecimal quantity) {}

    /** @param forDate the closed day it is of, where it was booked later for that; or null @param posting that said so */
    public record Entry(
            String kind, BigDecimal amount, LocalDate date, LocalDate forDate, UUID posting, String ofKind, String reference) {}

    public Optional<Cost> of(long movement) {
        return report.explain(movement).map(node -> {
            Set<Long> numbers = new HashSet<>();
            collect(node, numbers);
            Node tree = node(node, postings.places(numbers));
            List<String> sentences = new ArrayList<>();
            read(tree, 0, sentences);
            List<Entry> entries = report.entries(movement).stream()
                    .map(entry -> new Entry(entry.kind(), entry.amount().decimal(), entry.businessDate(), entry.forDate(), entry.posting(),
                            entry.ofKind().name(), entry.reference()))
                    .toList();
            return new Cost(currency(node), tree, sentences, entries);
        });
    }

    private static String currency(Explanation.Node node) {
        return node.worth() == null ? null : node.worth().currency().getCurrencyCode();
    }

    private static void collect(Explanation.Node node, Set<Long> numbers) {
        numbers.add(node.past().movement().id());
        node.causes().forEach(cause -> numbers.add(cause.past().movement().id()));
        node.parts().forEach(part -> collect(part, numbers));
    }

    private static Node node(Explanation.Node node, Map<Long, PostingView.Place> places) {
        PostingView.Place place = places.get(node.past().movement().id());
        Quantity quantity = positive(node.quantity());
        Money worth = node.worth() == null ? null : positive(node.worth());
        return new Node(place.movement(), place.posting(), place.kind().name(), place.reference(), place.businessDate(), place.sku(),
                place.location(), node.past().movement().basis().name(), quantity.decimal(), worth == null ? null : worth.decimal(),
                worth == null || quantity.isZero() ? null : worth.perUnit(quantity),
                node.unit() == null ? null : new Held(node.unit().quantity().decimal(), node.unit().value().decimal()),
                node.parts().stream().map(part -> node(part, places)).toList(),
                node.causes().stream().map(cause -> cause(cause, places.get(cause.past().movement().id()))).toList(),
                node.hidden());
    }

    private static Cause cause(Explanation.Cause cause, PostingView.Place place) {
        return new Cause(place.posting(), place.kind().name(), place.reference(), place.businessDate(),
                cause.amount() == null ? null : cause.amount().decimal(),
                cause.quantity() == null ? null : cause.quantity().decimal());
    }

    private static Quantity positive(Quantity quantity) {
        return quantity.compareTo(Quantity.ZERO) < 0 ? quantity.negated() : quantity;
    }

    private static Money positive(Money money) {
        return money.isNegative() ? money.negated() : money;
    }

    private static void read(Node node, int depth, List<String> sentences) {
        String indent = "  ".repeat(depth);
        String what = words(node.kind()) + (node.reference() == null ? "" : " " + node.reference());
        String figures = plain(node.quantity()) + " units" + (node.worth() == null ? "" : " worth " + plain(node.worth()))
                + (node.unitCost() == null ? "" : ", " + plain(node.unitCost()) + " each");
        sentences.add(indent + figures + ": " + what + " of " + node.date());
        if (node.held() != null) {
            sentences.add(indent + "  at the average of " + plain(node.held().quantity()) + " units worth " + plain(node.held().value())
                    + " that lay there just before, mixed of");
        }
        for (Cause cause : node.causes()) {
            sentences.add(indent + "  with " + words(cause.kind()) + (cause.reference() == null ? "" : " " + cause.reference()) + " of "
                    + cause.date() + ": " + (cause.amount() != null ? plain(cause.amount()) : plain(cause.quantity()) + " units"));
        }
        node.parts().forEach(part -> read(part, depth + 1, sentences));
        if (node.hidden() > 0) {
            sentences.add(indent + "  and " + node.hidden() + " earlier ones");
        }
    }

    private static String words(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
