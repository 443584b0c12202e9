package entrepot.trading.expression;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Input;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that mean something in every rule. */
final class Names {

    static final List<String> OPERATORS = List.of("and", "or", "not");
    static final List<String> COLUMNS = Arrays.stream(Input.values()).map(Input::word).toList();

    private Names() {}

    static Stream<String> callable() {
        return Stream.concat(Function.words().stream(), Catalogue.all().stream().map(Definition::name));
    }

    static boolean isTaken(String name) {
        return OPERATORS.contains(name) || name.equals("from") || name.equals("to") || COLUMNS.contains(name) || callable().anyMatch(name::equals);
    }

    /** The one that differs least, where it differs little enough to be meant. */
    static Optional<String> nearest(String name, Collection<String> known) {
        String asked = name.toLowerCase();
        int bound = Math.max(1, asked.length() / 3);
        return known.stream().filter(one -> distance(asked, one) <= bound)
                .min((one, other) -> Integer.compare(distance(asked, one), distance(asked, other)));
    }

    /** Letters to add, leave out, change or swap. @see "Damerau, Communications of the ACM 7:3, 1964" */
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(steps[i - 1][j - 1] + change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[one.length()][other.length()];
    }
}
