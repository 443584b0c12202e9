package entrepot.inventory.gs1;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An application identifier: what the characters after it mean.
 *
 * @param rule what its first part keeps besides length and characters
 * @see "GS1 General Specifications, 3: application identifier definitions"
 */
record Identifier(String code, String title, Rule rule, List<Part> parts) {

    enum Rule { NONE, CHECK_DIGIT, DAY }

    private static final String TABLE = """
            00   # N18       SSCC
            01   # N14       GTIN
            02   # N14       CONTENT
            10   - X..20     BATCH/LOT
            11   d N6        PROD DATE
            12   d N6        DUE DATE
            13   d N6        PACK DATE
            15   d N6        BEST BEFORE
            16   d N6        SELL BY
            17   d N6        EXPIRY
            20   - N2        VARIANT
            21   - X..20     SERIAL
            22   - X..20     CPV
            235  - X..28     TPX
            240  - X..30     ADDITIONAL ID
            241  - X..30     CUST. PART No.
            242  - N..6      MTO VARIANT
            243  - X..20     PCN
            250  - X..30     SECONDARY SERIAL
            251  - X..30     REF. TO SOURCE
            253  # N13+[X..17] GDTI
            254  - X..20     GLN EXTENSION
            30   - N..8      VAR. COUNT
            37   - N..8      COUNT
            400  - X..30     ORDER NUMBER
            401  - X..30     GINC
            402  # N17       GSIN
            403  - X..30     ROUTE
            410  # N13       SHIP TO LOC
            411  # N13       BILL TO
            412  # N13       PURCHASE FROM
            413  # N13       SHIP FOR LOC
            414  # N13       LOC No.
            415  # N13       PAY TO
            416  # N13       PROD/SERV LOC
            417  # N13       PARTY
            420  - X..20     SHIP TO POST
            421  - N3+X..9   SHIP TO POST
            422  - N3        ORIGIN
            7003 d N10       EXPIRY TIME
            90   - X..30     INTERNAL
            """;

    /** What starts like these is so long in all, with the identifier, and needs no separator after it. */
    private static final Map<String, Integer> FIXED = Map.ofEntries(
            Map.entry("00", 20), Map.entry("01", 16), Map.entry("02", 16), Map.entry("03", 16), Map.entry("04", 18),
            Map.entry("11", 8), Map.entry("12", 8), Map.entry("13", 8), Map.entry("14", 8), Map.entry("15", 8), Map.entry("16", 8),
            Map.entry("17", 8), Map.entry("18", 8), Map.entry("19", 8), Map.entry("20", 4), Map.entry("31", 10), Map.entry("32", 10),
            Map.entry("33", 10), Map.entry("34", 10), Map.entry("35", 10), Map.entry("36", 10), Map.entry("41", 16));

    private static final Map<String, Identifier> ALL = new HashMap<>();

    static {
        TABLE.lines().map(line -> line.strip().split(" +", 4)).forEach(row -> add(row[0], row[1], row[2], row[3]));
        for (int company = 91; company <= 99; company++) {
            add(String.valueOf(company), "-", "X..90", "INTERNAL");
        }
        Stream.of(Measure.Kind.values()).forEach(kind -> {
            for (int decimals = 0; decimals <= Measure.MOST_DECIMALS; decimals++) {
                add(kind.code() + decimals, "-", "N6", kind.title());
            }
        });
        for (int decimals = 0; decimals <= 9; decimals++) {
            add("390" + decimals, "-", "N..15", "AMOUNT");
            add("391" + decimals, "-", "N3+N..15", "AMOUNT");
            add("392" + decimals, "-", "N..15", "PRICE");
            add("393" + decimals, "-", "N3+N..15", "PRICE");
        }
    }

    private static void add(String code, String rule, String parts, String title) {
        Rule kept = rule.equals("#") ? Rule.CHECK_DIGIT : rule.equals("d") ? Rule.DAY : Rule.NONE;
        ALL.put(code, new Identifier(code, title, kept, Stream.of(parts.split("\\+")).map(Part::of).toList()));
    }

    static Optional<Identifier> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** The one that {@code text} starts with: no two identifiers start alike. */
    static Optional<Identifier> at(String text) {
        return Stream.of(2, 3, 4).filter(length -> length <= text.length())
                .flatMap(length -> of(text.substring(0, length)).stream()).findFirst();
    }

    static Set<String> codes() {
        return ALL.keySet();
    }

    /** Whether what follows may follow at once, however the value is written. */
    boolean endsItself() {
        return FIXED.containsKey(code.substring(0, 2));
    }

    /** The most characters its value has. */
    int most() {
        return parts.stream().mapToInt(Part::most).sum();
    }

    /** @throws IllegalArgumentException saying what is wrong with the value */
    void check(String value) {
        String name = "(" + code + ") " + title;
        int start = 0;
        for (int place = 0; place < parts.size(); place++) {
            boolean last = place == parts.size() - 1;
            int end = last ? value.length() : Math.min(value.length(), start + parts.get(place).most());
            parts.get(place).check(name, value.substring(start, end));
            start = end;
        }
        switch (rule) {
            case CHECK_DIGIT -> CheckDigit.check(name, value.substring(0, parts.get(0).most()));
            case DAY -> ShortDay.check(name, value.substring(0, 6));
            case NONE -> { }
        }
    }
}
