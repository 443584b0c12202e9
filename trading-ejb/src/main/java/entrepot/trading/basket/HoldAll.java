package entrepot.trading.basket;

/** Everything, always. @param need so that it begins with a rule it is held against */
public record HoldAll(int need) implements Selection {

    @Override
    public Choice on(Universe universe) {
        return (day, eligible) -> {
            int[] sides = new int[eligible.length];
            for (int member = 0; member < sides.length; member++) {
                sides[member] = eligible[member] ? 1 : 0;
            }
            return sides;
        };
    }

    @Override
    public String words() {
        return "hold all" + (need == 0 ? "" : " from=" + need);
    }
}
