package entrepot.inventory.purchasing;

import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where an order stands. What cannot be done in a state is not there to be called. */
public sealed interface OrderState {

    List<OrderLine> lines();

    OrderStatus status();

    static OrderState of(OrderStatus status, List<OrderLine> lines) {
        return switch (status) {
            case DRAFT -> new Draft(lines);
            case ORDERED, PARTIAL -> new Open(lines);
            case RECEIVED -> new Received(lines);
            case CANCELLED -> new Cancelled(lines);
        };
    }

    /** Not sent yet: may be changed at will. */
    record Draft(List<OrderLine> lines) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.DRAFT;
        }

        public Open order() {
            return new Open(lines);
        }

        public Cancelled cancel() {
            return new Cancelled(lines);
        }
    }

    /** With the supplier; some of it may have come. */
    record Open(List<OrderLine> lines) implements OrderState {
        @Override
        public OrderStatus status() {
            return hasReceived() ? OrderStatus.PARTIAL : OrderStatus.ORDERED;
        }

        /** What comes beyond the tolerance; a refusal's line is the arrival's place in the list. */
        public List<Refusal> refusals(List<Arrival> arrivals, Tolerance tolerance) {
            var refusals = new ArrayList<Refusal>();
            Map<Integer, Quantity> coming = new HashMap<>();
            for (int place = 0; place < arrivals.size(); place++) {
                Arrival arrival = arrivals.get(place);
                OrderLine line = lines.get(arrival.line());
                Quantity all = coming.merge(arrival.line(), arrival.quantity(), Quantity::plus).plus(line.received());
                Quantity most = tolerance.most(line.ordered());
                if (all.compareTo(most) > 0) {
                    refusals.add(new Refusal(place, "over-receipt", "with this " + all + " have come of " + line.ordered()
                            + " ordered, at most " + most + " may"));
                }
            }
            return refusals;
        }

        /** After arrivals that nothing speaks against: received where every line is complete. */
        public OrderState receive(List<Arrival> arrivals) {
            var now = new ArrayList<>(lines);
            arrivals.forEach(arrival -> now.set(arrival.line(), now.get(arrival.line()).receive(arrival.quantity())));
            return now.stream().allMatch(OrderLine::isComplete) ? new Received(now) : new Open(now);
        }

        /** What has not come is no longer expected; what has come stays. */
        public OrderState cancelRest() {
            return hasReceived() ? new Received(lines) : new Cancelled(lines);
        }

        private boolean hasReceived() {
            return lines.stream().anyMatch(line -> line.received().isPositive());
        }
    }

    record Received(List<OrderLine> lines) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.RECEIVED;
        }
    }

    record Cancelled(List<OrderLine> lines) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.CANCELLED;
        }
    }
}
