package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostRun;
import entrepot.inventory.valuation.Step;
import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes checkpoints while a history is run, so far apart that together they stay in proportion to it. */
final class CheckpointTaker implements CostRun.Trace {

    /** Of what a checkpoint holds, so many parts are written for each movement. */
    private static final int PARTS = 8;

    /** What is dated back once is dated back again, to the same day: before it a checkpoint comes so many times as close to the last. */
    private static final int CLOSER = 8;

    private final Map<Long, Stock.Place> places;
    private final int apart;
    private final Set<LocalDate> also;
    private final Map<ItemId, LocalDate> close;
    private final Map<ItemId, Integer> since = new HashMap<>();
    private final Set<ItemId> movedToday = new HashSet<>();
    private final List<Checkpoint> taken = new ArrayList<>();

    /**
     * @param places of the pools
     * @param apart  movements of an item between two of its checkpoints, at least
     * @param also   days on which one is taken whatever has moved
     * @param close  of items the day after which others are likely to begin
     */
    CheckpointTaker(Map<Long, Stock.Place> places, int apart, Set<LocalDate> also, Map<ItemId, LocalDate> close) {
        this.places = places;
        this.apart = apart;
        this.also = also;
        this.close = close;
    }

    List<Checkpoint> taken() {
        return taken;
    }

    @Override
    public void after(Step step, CostPool pool) {
        ItemId item = places.get(step.pool()).item();
        since.merge(item, 1, Integer::sum);
        movedToday.add(item);
    }

    @Override
    public void endOf(LocalDate day, CostRun run) {
        for (ItemId item : movedToday) {
            int movements = since.get(item);
            int enough = day.equals(close.get(item)) ? apart / CLOSER : apart;
            if ((movements >= enough || also.contains(day)) && isSettled(item, run)) {
                take(item, day, movements, run);
            }
        }
        movedToday.clear();
    }

    private boolean isSettled(ItemId item, CostRun run) {
        return run.pools().keySet().stream().noneMatch(pool -> places.get(pool).item().equals(item) && run.isInPeriod(pool));
    }

    private void take(ItemId item, LocalDate day, int movements, CostRun run) {
        List<Map.Entry<Long, CostPool>> pools = run.pools().entrySet().stream()
                .filter(pool -> places.get(pool.getKey()).item().equals(item))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        int parts = pools.stream().mapToInt(pool -> pool.getValue().parts()).sum();
        if (movements * PARTS < parts && !also.contains(day)) {
            return;
        }
        Map<CostRun.Shelf, Quantity> shelves = new HashMap<>(run.shelves());
        shelves.keySet().removeIf(shelf -> !places.get(shelf.pool()).item().equals(item));
        taken.add(new Checkpoint(item, day, pools.stream()
                .map(pool -> new Checkpoint.Pool(pool.getKey(), places.get(pool.getKey()).location(), places.get(pool.getKey()).lot(),
                        pool.getValue().copy()))
                .toList(), shelves));
        since.put(item, 0);
    }
}
