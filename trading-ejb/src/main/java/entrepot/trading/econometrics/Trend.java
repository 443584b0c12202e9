package entrepot.trading.econometrics;

/** What a regression knows of time besides its variables. */
public enum Trend {

    NONE(0), CONSTANT(1), LINEAR(2), QUADRATIC(3);

    private final int columns;

    Trend(int columns) {
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    /** {@code n}, {@code c}, {@code ct} or {@code ctt}, as the literature writes them. */
    public static Trend of(String letters) {
        return switch (letters) {
            case "n", "nc" -> NONE;
            case "c" -> CONSTANT;
            case "ct" -> LINEAR;
            case "ctt" -> QUADRATIC;
            default -> throw new IllegalArgumentException("trend is '" + letters + "', must be n, c, ct or ctt");
        };
    }

    /** Powers of time from 0 upwards; time counts from 1. */
    double[] at(int row) {
        double[] powers = new double[columns];
        for (int power = 0; power < columns; power++) {
            powers[power] = Math.pow(row + 1, power);
        }
        return powers;
    }
}
