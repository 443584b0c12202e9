package entrepot.trading.basket;

import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import entrepot.trading.market.CorporateAction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A portfolio from the prices again at every day, back-adjusted as of that day, with decimals for money and no thought for time. */
final class NaiveBasket {

    private final List<Member> members;
    private final List<Long> times;
    private final Rule rule;
    private final Plan plan;
    private final int late;
    private final Map<String, BigDecimal> units = new TreeMap<>();
    private final Map<String, BigDecimal> aims = new TreeMap<>();
    private final Map<String, Integer> waiting = new TreeMap<>();
    private BigDecimal cash = new BigDecimal("100000.00");
    final List<BigDecimal> equity = new ArrayList<>();
    final List<String> fills = new ArrayList<>();
    final List<Integer> calls = new ArrayList<>();
    BigDecimal borrowed = BigDecimal.ZERO;
    private boolean closing;

    NaiveBasket(List<Member> members, Rule rule, Plan plan, int late) {
        this.members = members.stream().sorted(Comparator.comparing(Member::symbol)).toList();
        TreeSet<Long> all = new TreeSet<>();
        members.forEach(member -> bars(member).forEach(bar -> all.add(bar.time())));
        this.times = List.copyOf(all);
        this.rule = rule;
        this.plan = plan;
        this.late = late;
        members.forEach(member -> units.put(member.symbol(), BigDecimal.ZERO));
        members.forEach(member -> aims.put(member.symbol(), BigDecimal.ZERO));
    }

    private static List<Bar> bars(Member member) {
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < member.bars().size(); at++) {
            bars.add(member.bars().bar(at));
        }
        return bars;
    }

    NaiveBasket run() {
        Map<Integer, double[]> decided = new TreeMap<>();
        for (int day = 0; day < times.size(); day++) {
            borrow(day);
            actions(day);
            open(day);
            equity.add(worth(day));
            int need = Math.max(plan.window(), rule.need());
            if (day >= need && (day - need) % plan.every() == 0) {
                decided.put(day + late, weights(day, need));
            }
            boolean called = call(day);
            if (called || closing && decided.containsKey(day)) {
                decide(day, new double[members.size()]);
            } else if (decided.containsKey(day)) {
                decide(day, decided.get(day));
            }
        }
        return this;
    }

    // Prices

    private Bar bar(Member member, int day) {
        return bars(member).stream().filter(bar -> bar.time() == times.get(day)).findFirst().orElse(null);
    }

    private Bar last(Member member, int day) {
        Bar last = null;
        for (Bar bar : bars(member)) {
            last = bar.time() <= times.get(day) ? bar : last;
        }
        return last;
    }

    private static LocalDate date(long time) {
        return LocalDate.ofEpochDay(Math.floorDiv(time, Universes.DAY));
    }

    /** The series of a member as it was seen on a day. */
    private Bars seen(Member member, int day) {
        List<Bar> bars = bars(member).stream().filter(bar -> bar.time() <= times.get(day)).toList();
        return bars.isEmpty() ? Bars.of(bars) : Adjustment.asOf(date(bars.get(bars.size() - 1).time()), member.actions()).of(Bars.of(bars));
    }

    private double closeSeen(Bars seen, int day) {
        double close = Double.NaN;
        for (int at = 0; at < seen.size(); at++) {
            close = seen.time(at) <= times.get(day) ? seen.close(at) : close;
        }
        return close;
    }

    // Deciding

    private double[] weights(int day, int need) {
        int count = members.size();
        boolean[] eligible = new boolean[count];
        List<Bars> all = members.stream().map(member -> seen(member, day)).toList();
        for (int at = 0; at < count; at++) {
            int member = at;
            eligible[at] = last(members.get(at), day - need) != null
                    && IntStream.rangeClosed(Math.max(0, day - 10) + 1, day).anyMatch(one -> bar(members.get(member), one) != null);
        }
        int[] sides = sides(day, eligible, all);
        List<double[]> returns = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            if (sides[at] != 0) {
                double[] made = new double[plan.window()];
                for (int one = 0; one < made.length; one++) {
                    int to = day - made.length + 1 + one;
                    made[one] = sides[at] * (closeSeen(all.get(at), to) / closeSeen(all.get(at), to - 1) - 1);
                }
                returns.add(made);
            }
        }
        double[] sizes = plan.construction().weights(returns.toArray(double[][]::new));
        double[] weights = new double[count];
        for (int at = 0, next = 0; at < count; at++) {
            weights[at] = sides[at] == 0 ? 0 : sides[at] * Math.min(plan.most(), sizes[next++]);
        }
        return weights;
    }

    private int[] sides(int day, boolean[] eligible, List<Bars> all) {
        int[] sides = new int[eligible.length];
        if (rule instanceof HoldAll) {
            for (int at = 0; at < sides.length; at++) {
                sides[at] = eligible[at] ? 1 : 0;
            }
        } else if (rule instanceof Trend trend) {
            for (int at = 0; at < sides.length; at++) {
                sides[at] = eligible[at] ? trend.strategy().on(all.get(at)).targets()[all.get(at).size() - 1] : 0;
            }
        } else {
            CrossSection section = (CrossSection) rule;
            List<double[]> ranked = new ArrayList<>();
            for (int at = 0; at < sides.length; at++) {
                if (eligible[at]) {
                    ranked.add(new double[] {at, closeSeen(all.get(at), day - section.skip())
                            / closeSeen(all.get(at), day - section.skip() - section.lookback())});
                }
            }
            ranked.sort(Comparator.comparingDouble(one -> -one[1]));
            long longs = ranked.isEmpty() ? 0 : Math.max(1, Math.round(section.top() * ranked.size()));
            long shorts = section.bottom() == 0 || ranked.isEmpty() ? 0 : Math.max(1, Math.round(section.bottom() * ranked.size()));
            for (int at = 0; at < ranked.size(); at++) {
                sides[(int) ranked.get(at)[0]] = at < longs ? 1 : at >= ranked.size() - shorts ? -1 : 0;
            }
        }
        return sides;
    }

    // The account

    private BigDecimal lot() {
        return BigDecimal.valueOf(plan.lot());
    }

    private static BigDecimal price(double price) {
        return new BigDecimal(Math.rint(price * 1e9)).movePointLeft(9);
    }

    private static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal lots(BigDecimal size) {
        return size.divide(lot(), 0, RoundingMode.DOWN).multiply(lot());
    }

    private BigDecimal worth(Member member, int day) {
        BigDecimal held = units.get(member.symbol());
        return held.signum() == 0 ? BigDecimal.ZERO : cents(held.multiply(price(last(member, day).close())));
    }

    private BigDecimal worth(int day) {
        return members.stream().map(member -> worth(member, day)).reduce(cash, BigDecimal::add);
    }

    private void decide(int day, double[] weights) {
        BigDecimal worth = worth(day);
        for (int at = 0; at < weights.length; at++) {
            Member member = members.get(at);
            BigDecimal aim = units.get(member.symbol());
            if (weights[at] == 0) {
                aim = BigDecimal.ZERO;
            } else if (Math.abs(weights[at] - worth(member, day).doubleValue() / worth.doubleValue()) > plan.band()) {
                double lots = Math.floor(Math.abs(weights[at]) * worth.doubleValue() / last(member, day).close() / plan.lot() + 1e-9);
                aim = lot().multiply(BigDecimal.valueOf(Math.signum(weights[at]) * lots));
            }
            aims.put(member.symbol(), aim);
            waiting.remove(member.symbol());
            if (aim.compareTo(units.get(member.symbol())) != 0) {
                waiting.put(member.symbol(), day);
            }
        }
    }

    /** On what shorts were worth at the close before, by calendar days. */
    private void borrow(int day) {
        for (Member member : members) {
            BigDecimal debt = day == 0 ? BigDecimal.ZERO : worth(member, day - 1).negate();
            if (debt.signum() > 0) {
                BigDecimal days = BigDecimal.valueOf(date(times.get(day)).toEpochDay() - date(times.get(day - 1)).toEpochDay());
                BigDecimal paid = debt.multiply(BigDecimal.valueOf(plan.borrow())).multiply(days).divide(BigDecimal.valueOf(365), 2, RoundingMode.HALF_UP);
                cash = cash.subtract(paid);
                borrowed = borrowed.add(paid);
            }
        }
    }

    private boolean call(int day) {
        closing = closing && units.values().stream().anyMatch(held -> held.signum() != 0);
        BigDecimal gross = members.stream().map(member -> worth(member, day).abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal half = BigDecimal.valueOf(plan.margin()).divide(BigDecimal.valueOf(2));
        if (closing || gross.signum() == 0 || half.signum() == 0 || worth(day).compareTo(cents(gross.multiply(half))) >= 0) {
            return false;
        }
        calls.add(day);
        closing = true;
        return true;
    }

    /** One lot less until the account after the trade, at opens, is worth the margin of what is held. */
    private BigDecimal margined(Member member, int day, BigDecimal wanted) {
        BigDecimal size = wanted;
        while (size.signum() != 0 && plan.margin() > 0) {
            BigDecimal after = cash.subtract(fee(cents(size.abs().multiply(paid(member, day, size)))))
                    .subtract(cents(size.abs().multiply(paid(member, day, size))).multiply(BigDecimal.valueOf(size.signum())));
            BigDecimal gross = BigDecimal.ZERO;
            for (Member one : members) {
                BigDecimal price = price(bar(one, day) != null ? bar(one, day).open() : last(one, day) == null ? 0 : last(one, day).close());
                BigDecimal held = cents(units.get(one.symbol()).multiply(price));
                BigDecimal more = one == member ? cents(size.multiply(price)) : BigDecimal.ZERO;
                after = after.add(held).add(more);
                gross = gross.add(held.abs()).add(more.abs());
            }
            if (after.compareTo(cents(gross.multiply(BigDecimal.valueOf(plan.margin())))) >= 0) {
                return size;
            }
            BigDecimal lots = lots(size.abs());
            BigDecimal less = lots.compareTo(size.abs()) == 0 ? lots.subtract(lot()) : lots;
            size = less.max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(size.signum()));
        }
        return size;
    }

    private void actions(int day) {
        for (Member member : members) {
            Bar now = bar(member, day);
            Bar before = day == 0 ? null : last(member, day - 1);
            if (now == null || before == null) {
                continue;
            }
            double close = before.close();
            double more = 1;
            for (CorporateAction action : member.actions()) {
                if (!action.lastDay().isBefore(date(before.time())) && action.lastDay().isBefore(date(now.time()))) {
                    BigDecimal held = units.get(member.symbol());
                    cash = cash.add(cents(held.multiply(price(close * (1 - action.dividendRatio())))));
                    if (action.splitRatio() != 1) {
                        BigDecimal all = new BigDecimal(Math.rint(held.doubleValue() * 1e6 / action.splitRatio())).movePointLeft(6);
                        BigDecimal whole = all.setScale(0, RoundingMode.DOWN);
                        cash = cash.add(cents(all.subtract(whole).multiply(price(close * action.dividendRatio() * action.splitRatio()))));
                        units.put(member.symbol(), whole);
                        more /= action.splitRatio();
                    }
                    close *= action.splitRatio();
                }
            }
            if (more != 1) {
                aims.put(member.symbol(), lots(new BigDecimal(Math.rint(aims.get(member.symbol()).doubleValue() * more * 1e6)).movePointLeft(6)));
            }
        }
    }

    private void open(int day) {
        Map<Member, BigDecimal> buys = new LinkedHashMap<>();
        List<Member> trading = members.stream().filter(member -> waiting.containsKey(member.symbol()) && bar(member, day) != null).toList();
        for (Member member : trading) {
            BigDecimal held = units.get(member.symbol());
            BigDecimal aim = aims.get(member.symbol());
            boolean turns = held.signum() != aim.signum() && held.signum() != 0;
            if (turns) {
                fill(member, day, held.negate());
            } else if (aim.abs().compareTo(held.abs()) < 0) {
                fill(member, day, aim.subtract(held));
            }
        }
        for (Member member : trading) {
            BigDecimal more = aims.get(member.symbol()).subtract(units.get(member.symbol()));
            if (more.signum() < 0) {
                fill(member, day, margined(member, day, more));
            } else if (more.signum() > 0) {
                buys.put(member, more);
            }
        }
        BigDecimal needed = buys.entrySet().stream().map(one -> cost(one.getKey(), day, one.getValue())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal had = cash;
        buys.forEach((member, more) -> {
            BigDecimal size = needed.compareTo(had) <= 0 ? more
                    : lots(more.multiply(had.max(BigDecimal.ZERO)).divide(needed, 20, RoundingMode.DOWN));
            while (size.signum() > 0 && cost(member, day, size).compareTo(cash) > 0) {
                size = lots(size.subtract(lot()));
            }
            fill(member, day, margined(member, day, size));
        });
        trading.forEach(member -> waiting.remove(member.symbol()));
    }

    private BigDecimal paid(Member member, int day, BigDecimal size) {
        return price(bar(member, day).open() + size.signum() * 0.0005 * bar(member, day).open());
    }

    private BigDecimal cost(Member member, int day, BigDecimal size) {
        BigDecimal value = cents(size.abs().multiply(paid(member, day, size)));
        return value.add(fee(value));
    }

    private static BigDecimal fee(BigDecimal value) {
        return cents(value.multiply(new BigDecimal("0.001"))).add(new BigDecimal("1.50"));
    }

    private void fill(Member member, int day, BigDecimal size) {
        if (size.signum() != 0) {
            BigDecimal value = cents(size.abs().multiply(paid(member, day, size)));
            cash = cash.subtract(fee(value)).subtract(size.signum() > 0 ? value : value.negate());
            units.merge(member.symbol(), size, BigDecimal::add);
            fills.add(day + " " + member.symbol() + " " + size.setScale(6, RoundingMode.UNNECESSARY));
        }
    }
}
