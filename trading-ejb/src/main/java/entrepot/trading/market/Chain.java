package entrepot.trading.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * All contracts of a future, one after the other. When the next one takes over is known by the close before, and no bar knows a later roll: a chain of what was there
 * at some moment is the beginning of the chain of everything. Only {@link #back} looks from the end.
 */
public final class Chain {

    private final Bars spliced;
    private final List<Rollover> rolls;
    private final String ended;

    /** One contract, with the bars there are of it. */
    public record Contract(String symbol, LocalDate expiry, Bars bars) {}

    private Chain(Bars spliced, List<Rollover> rolls, String ended) {
        this.spliced = spliced;
        this.rolls = List.copyOf(rolls);
        this.ended = ended;
    }

    /** Begins with the contract that has the earliest bar; of several, with that which expires first. */
    public static Chain of(List<Contract> contracts, RollRule rule) {
        List<Contract> inOrder = contracts.stream()
                .filter(one -> one.bars().size() > 0 && !day(one.bars(), 0).isAfter(rule.lastDay(one.expiry())))
                .sorted(Comparator.comparing(Contract::expiry).thenComparing(Contract::symbol))
                .toList();
        return inOrder.isEmpty() ? new Chain(Bars.of(List.of()), List.of(), null) : new Splice(inOrder, rule).chain();
    }

    /** Goes through the bars of the present contract, and through those of later ones beside it. */
    private static final class Splice {
        private final List<Contract> contracts;
        private final RollRule rule;
        private final int[] places;
        private final List<Bar> bars = new ArrayList<>();
        private final List<Rollover> rolls = new ArrayList<>();

        private Splice(List<Contract> contracts, RollRule rule) {
            this.contracts = contracts;
            this.rule = rule;
            this.places = new int[contracts.size()];
        }

        private Chain chain() {
            int present = first();
            for (int next = following(present); next >= 0; next = following(present)) {
                Bars old = contracts.get(present).bars();
                Bars young = contracts.get(next).bars();
                rolls.add(new Rollover(bars.size(), young.time(places[next]), contracts.get(present).symbol(), contracts.get(next).symbol(), old.open(places[present]),
                        young.open(places[next])));
                present = next;
            }
            return new Chain(Bars.of(bars), rolls, ended(present));
        }

        private int first() {
            int first = 0;
            for (int at = 1; at < contracts.size(); at++) {
                first = contracts.get(at).bars().time(0) < contracts.get(first).bars().time(0) ? at : first;
            }
            return first;
        }

        /** Takes bars of the present contract until it is left, and leaves all places at that time. @return the contract it is left for, or -1 */
        private int following(int present) {
            Contract one = contracts.get(present);
            LocalDate last = rule.lastDay(one.expiry());
            int wanted = -1;
            for (int begun = places[present]; places[present] < one.bars().size(); places[present]++) {
                int bar = places[present];
                boolean due = bar > begun && (wanted >= 0 || day(one.bars(), bar).isAfter(last));
                int nearest = -1;
                int most = -1;
                for (int later = present + 1; later < contracts.size(); later++) {
                    if (meets(later, one.bars().time(bar))) {
                        nearest = nearest < 0 ? later : nearest;
                        most = most < 0 || volume(later) > volume(most) ? later : most;
                    }
                }
                if (due && nearest >= 0) {
                    return wanted >= 0 && meets(wanted, one.bars().time(bar)) ? wanted : nearest;
                }
                wanted = rule.by() == RollRule.RollBy.VOLUME && most >= 0 && volume(most) > one.bars().volume(bar) ? most : wanted;
                bars.add(one.bars().bar(bar));
            }
            return -1;
        }

        private boolean meets(int contract, long time) {
            Bars of = contracts.get(contract).bars();
            while (places[contract] < of.size() && of.time(places[contract]) < time) {
                places[contract]++;
            }
            return places[contract] < of.size() && of.time(places[contract]) == time;
        }

        private double volume(int contract) {
            return contracts.get(contract).bars().volume(places[contract]);
        }

        private String ended(int present) {
            Bars had = contracts.get(present).bars();
            return contracts.subList(present + 1, contracts.size()).stream()
                    .filter(later -> later.bars().time(later.bars().size() - 1) > had.time(had.size() - 1))
                    .findFirst()
                    .map(later -> contracts.get(present).symbol() + " and what follows it have no bar at the same time after "
                            + rule.lastDay(contracts.get(present).expiry()) + ", so the series ends with it, and " + later.symbol()
                            + " is not in it; bring in bars of both for a day on which one is left for the other")
                    .orElse(null);
        }
    }

    private static LocalDate day(Bars bars, int at) {
        return Adjustment.dayOf(bars.time(at));
    }

    /** From a moment on: what was before is in no price of it. */
    public Chain since(long time) {
        Bars later = spliced.since(time);
        int begin = spliced.size() - later.size();
        return new Chain(later, rolls.stream().filter(roll -> roll.bar() > begin).map(roll -> roll.at(roll.bar() - begin)).toList(), ended);
    }

    /** As traded. */
    public Bars spliced() {
        return spliced;
    }

    /** By time. */
    public List<Rollover> rolls() {
        return rolls;
    }

    /** Why later contracts are not in it, in words; null where all are. */
    public String ended() {
        return ended;
    }

    /** The last contract keeps its prices, as charts have it: earlier bars change with each roll. @throws IllegalArgumentException where there is no ratio */
    public Bars back(Joining joining) {
        return joined(joining, true);
    }

    /** The first contract keeps its prices: no roll changes an earlier bar. @throws IllegalArgumentException where there is no ratio */
    public Bars forward(Joining joining) {
        return joined(joining, false);
    }

    private Bars joined(Joining joining, boolean back) {
        return switch (joining) {
            case NONE -> spliced;
            case DIFFERENCE -> moved(Rollover::difference, 0, Double::sum, (price, by) -> back ? price + by : price - by, back);
            case RATIO -> moved(Rollover::ratio, 1, (one, other) -> one * other, (price, by) -> back ? price * by : price / by, back);
        };
    }

    /** Each price by what all rolls after it make together, or all before it. */
    private Bars moved(ToDoubleFunction<Rollover> step, double none, DoubleBinaryOperator together, DoubleBinaryOperator move, boolean back) {
        double[][] columns = {spliced.opens(), spliced.highs(), spliced.lows(), spliced.closes()};
        double by = none;
        int roll = back ? rolls.size() - 1 : 0;
        for (int done = 0; done < spliced.size(); done++) {
            int bar = back ? spliced.size() - 1 - done : done;
            for (; back && roll >= 0 && rolls.get(roll).bar() > bar; roll--) {
                by = together.applyAsDouble(by, step.applyAsDouble(rolls.get(roll)));
            }
            for (; !back && roll < rolls.size() && rolls.get(roll).bar() <= bar; roll++) {
                by = together.applyAsDouble(by, step.applyAsDouble(rolls.get(roll)));
            }
            for (double[] column : columns) {
                column[bar] = move.applyAsDouble(column[bar], by);
            }
        }
        return Bars.of(spliced.times(), columns[0], columns[1], columns[2], columns[3], spliced.volumes());
    }
}
