package entrepot.web.page;

import entrepot.web.api.Explained;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Why does this cost what it does? */
@Named
@RequestScoped
public class CostPage {

    @Inject
    private Explained explained;

    private String movement;
    private Explained.Cost cost;

    /** A row of the tree. @param depth from 1 */
    public record Row(Explained.Node node, int depth) {}

    public void open() {
        cost = movement == null || !movement.matches("\\d{1,18}") ? null : explained.of(Long.parseLong(movement)).orElse(null);
        Missing.unless(cost != null);
    }

    public Explained.Cost getCost() {
        return cost;
    }

    /** The tree from the top down, each before its parts. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        walk(cost.tree(), 1, rows);
        return rows;
    }

    private static void walk(Explained.Node node, int depth, List<Row> rows) {
        rows.add(new Row(node, depth));
        node.parts().forEach(part -> walk(part, depth + 1, rows));
    }

    public BigDecimal getTotal() {
        return cost.entries().stream().map(Explained.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String getMovement() {
        return movement;
    }

    public void setMovement(String movement) {
        this.movement = movement;
    }
}
