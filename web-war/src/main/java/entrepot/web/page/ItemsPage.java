package entrepot.web.page;

import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Which items match? */
@Named
@RequestScoped
public class ItemsPage {

    private static final int LIMIT = 100;

    @Inject
    private ItemBoard board;

    private String q;
    private String category;
    private String supplier;
    private String state;
    private String sort;
    private String after;
    private String go;
    private Part<ItemBoard.Line> items;
    private ItemBoard.Sum sum;

    /** A search that finds one item goes to it. */
    public String open() {
        if (go == null || Asked.text(q) == null || getItems().rows().size() != 1) {
            return null;
        }
        return "item.xhtml?faces-redirect=true&sku=" + getItems().rows().get(0).sku();
    }

    public Part<ItemBoard.Line> getItems() {
        if (items == null) {
            items = Part.of(board.list(filter(), order(), Asked.text(after), LIMIT + 1), LIMIT, ItemBoard.Line::sku);
        }
        return items;
    }

    public ItemBoard.Sum getSum() {
        if (sum == null) {
            sum = board.sum(filter());
        }
        return sum;
    }

    /** The filters, for links to the next part and to the same list as CSV. */
    public String getQuery() {
        return Query.of("q", q).and("category", category).and("supplier", supplier).and("state", state).and("sort", sort).text();
    }

    public boolean isFiltered() {
        return !Query.of("q", q).and("category", category).and("supplier", supplier).and("state", state).text().isEmpty();
    }

    public List<ItemBoard.Choice> getCategories() {
        return board.categories();
    }

    public List<ItemBoard.Choice> getSuppliers() {
        return board.suppliers();
    }

    private ItemFilter filter() {
        return new ItemFilter(Asked.text(q), Asked.text(category), Asked.text(supplier), Asked.oneOf(state, ItemFilter.State.class));
    }

    private ItemBoard.Order order() {
        ItemBoard.Order order = Asked.oneOf(sort, ItemBoard.Order.class);
        return order == null ? ItemBoard.Order.SKU : order;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getSort() {
        return order().name();
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getGo() {
        return go;
    }

    public void setGo(String go) {
        this.go = go;
    }
}
