package entrepot.inventory.check;

import entrepot.inventory.ledger.SealedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where two canonical lines of one posting part, in words.
 *
 * @param expected what was sealed there
 * @param found    what the rows say
 */
public record LineDifference(String expected, String found) {

    private static final List<String> HEAD = List.of("form", "posting", "id", "kind", "business date", "effective at", "recorded at",
            "actor", "reference", "reason", "source", "reverses", "currency");

    private static final Map<String, List<String>> FIELDS = Map.of(
            "M", List.of("movement", "number", "line", "item", "location", "quantity", "ordinal", "source"),
            "G", List.of("grounds", "basis", "stated", "counted", "unit cost", "business date"),
            "L", List.of("lot", "number", "code", "last day"),
            "B", List.of("booking", "booked on"),
            "V", List.of("value entry", "number", "movement", "kind", "amount", "business date", "booked on"),
            "J", List.of("journal line", "account", "amount", "movement", "business date", "settles"));

    private static final String NOTHING = "nothing";

    /** What a row of the book says twice, and differently: {@code X|row|column|expected|found}. */
    public static final String CONTRADICTION = "X";

    /** @param found null where there is no such posting */
    public static Optional<LineDifference> between(String sealed, String found) {
        if (sealed.equals(found)) {
            return Optional.empty();
        }
        if (found == null) {
            return Optional.of(new LineDifference(document(sealed), "no such posting"));
        }
        List<String> left = records(sealed);
        List<String> right = records(found);
        int at = 0;
        while (at < left.size() && at < right.size() && left.get(at).equals(right.get(at))) {
            at++;
        }
        return Optional.of(difference(left, right, at));
    }

    /** What people know a posting by. */
    public static String document(String line) {
        String[] head = fields(records(line).get(0));
        if (head.length < HEAD.size()) {
            return "an unreadable line";
        }
        return head[3] + " of " + head[4] + (head[8].isEmpty() ? "" : ", reference " + head[8]) + ", id " + head[2];
    }

    private static List<String> records(String line) {
        return List.of(line.split(";", -1));
    }

    private static String[] fields(String record) {
        return record.split("\\|", -1);
    }

    private static LineDifference difference(List<String> left, List<String> right, int at) {
        String expected = at < left.size() ? left.get(at) : "";
        String found = at < right.size() ? right.get(at) : "";
        String[] contradiction = fields(found);
        if (contradiction[0].equals(CONTRADICTION)) {
            String row = contradiction[1] + ": " + contradiction[2] + " ";
            return new LineDifference(row + contradiction[3], row + contradiction[4]);
        }
        if (at + 1 < left.size() && left.get(at + 1).equals(found)) {
            return new LineDifference(whole(left, at), NOTHING);
        }
        if (at + 1 < right.size() && right.get(at + 1).equals(expected)) {
            return new LineDifference(NOTHING, whole(right, at));
        }
        return changed(left, right, at);
    }

    private static LineDifference changed(List<String> left, List<String> right, int at) {
        String[] expected = at < left.size() ? fields(left.get(at)) : new String[] {""};
        String[] found = at < right.size() ? fields(right.get(at)) : new String[] {""};
        if (at > 0 && !expected[0].equals(found[0])) {
            return new LineDifference(whole(left, at), whole(right, at));
        }
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.length, found.length); i++) {
            String one = i < expected.length ? expected[i] : "";
            String other = i < found.length ? found[i] : "";
            if (!one.equals(other)) {
                before.add(named(expected, at, i, one));
                after.add(named(expected, at, i, other));
            }
        }
        return new LineDifference(place(left, at) + String.join(", ", before), place(left, at) + String.join(", ", after));
    }

    private static String whole(List<String> records, int at) {
        String record = at < records.size() ? records.get(at) : "";
        return record.isEmpty() ? NOTHING : place(records, at) + named(fields(record), at);
    }

    private static String named(String[] fields, int at) {
        List<String> words = new ArrayList<>();
        for (int i = at > 0 && fields[0].equals("A") ? 2 : 1; i < fields.length; i++) {
            if (!fields[i].isEmpty()) {
                words.add(named(fields, at, i, fields[i]));
            }
        }
        return String.join(", ", words);
    }

    private static String named(String[] record, int at, int field, String value) {
        List<String> names = at == 0 ? HEAD : record[0].equals("A") ? columns(record[1]) : FIELDS.getOrDefault(record[0], List.of());
        String name = field < names.size() ? names.get(field) : "field " + field;
        return name + " " + (value.isEmpty() ? "empty" : value);
    }

    private static List<String> columns(String table) {
        List<String> names = new ArrayList<>(List.of("row", "of"));
        SealedTable.ALL.stream().filter(sealed -> sealed.name().equals(table)).forEach(sealed -> names.addAll(sealed.columns()));
        return names;
    }

    /** Which record it is: a journal line by its place among them, the grounds by the movement before them. */
    private static String place(List<String> records, int at) {
        String[] fields = fields(records.get(Math.min(at, records.size() - 1)));
        return switch (at == 0 ? "" : fields[0]) {
            case "J" -> "journal line " + records.subList(0, at + 1).stream().filter(record -> record.startsWith("J|")).count() + ": ";
            case "M" -> "movement " + fields[1] + ": ";
            case "V" -> "value entry " + fields[1] + ": ";
            case "G" -> "grounds of movement " + fields(lastMovement(records.subList(0, at)))[1] + ": ";
            case "L" -> "lot of movement " + fields(lastMovement(records.subList(0, at)))[1] + ": ";
            case "B" -> "booking of movement " + fields(lastMovement(records.subList(0, at)))[1] + ": ";
            case "A" -> "row of " + fields[1] + ": ";
            default -> "";
        };
    }

    private static String lastMovement(List<String> records) {
        return records.stream().filter(record -> record.startsWith("M|")).reduce((first, second) -> second).orElse("M|?");
    }
}
