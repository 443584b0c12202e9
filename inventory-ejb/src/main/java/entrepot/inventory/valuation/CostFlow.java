package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which order cost leaves a pool. A flow keeps the layers in the order of relief, which is always from the head;
 * that is all that tells one method from another.
 */
public enum CostFlow {

    /** First in, first out (IAS 2.25). */
    FIFO {
        @Override
        List<CostLayer> add(List<CostLayer> layers, CostLayer layer) {
            int place = layers.size();
            while (place > 0 && OLDEST_FIRST.compare(layers.get(place - 1), layer) > 0) {
                place--;
            }
            var more = new ArrayList<>(layers);
            more.add(place, layer);
            return more;
        }
    },

    /** Moving weighted average (IAS 2.27): one layer, its value over its quantity is the average. */
    AVERAGE {
        @Override
        List<CostLayer> add(List<CostLayer> layers, CostLayer layer) {
            Quantity quantity = layer.left();
            Money value = layer.value();
            for (CostLayer held : layers) {
                quantity = quantity.plus(held.left());
                value = value.plus(held.value());
            }
            return List.of(new CostLayer(CostLayer.Origin.POOLED, quantity, value));
        }
    };

    private static final Comparator<CostLayer> OLDEST_FIRST = Comparator.comparing(CostLayer::origin);

    /** Whether a layer can still be told from those that came with other movements. */
    boolean tellsApart() {
        return this != AVERAGE;
    }

    abstract List<CostLayer> add(List<CostLayer> layers, CostLayer layer);
}
