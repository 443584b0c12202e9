package entrepot.inventory.retail;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.sale.Sale;
import java.time.LocalDate;
import java.util.List;

/**
 * The documents of one day in the order in which they must be posted: goods that come in, sales and returns in the order
 * of the files, what is written off.
 *
 * @param rows every row of the day with its last fate
 */
public record DayPlan(LocalDate date, List<GoodsNote> in, List<Sale> sales, List<GoodsNote> out, List<SortedRow> rows) {

    public int documents() {
        return in.size() + sales.size() + out.size();
    }
}
