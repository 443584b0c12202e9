package entrepot.trading.indicator;

/**
 * Means, squares and products around the means of the last pairs. A pair that comes for one that leaves changes them by a few
 * operations (the updating formulas of Chan, Golub and LeVeque 1983, for both at once); once a window they are made anew.
 * A window of equal values has no variance, not a small one.
 */
final class CoMoments {

    private final Window xs;
    private final Window ys;
    private double meanX;
    private double meanY;
    private double squareX;
    private double squareY;
    private double product;

    CoMoments(int length) {
        xs = new Window(length);
        ys = new Window(length);
    }

    void add(double x, double y) {
        double leftX = xs.add(x);
        double leftY = ys.add(y);
        if (xs.isRenewed()) {
            renew();
        } else if (xs.isFull()) {
            slide(x - leftX, y - leftY, x, y, leftX, leftY);
        }
    }

    private void slide(double dx, double dy, double x, double y, double leftX, double leftY) {
        int n = length();
        product += (x - meanX) * (y - meanY) - (leftX - meanX) * (leftY - meanY) - dx * dy / n;
        squareX += (x - meanX) * (x - meanX) - (leftX - meanX) * (leftX - meanX) - dx * dx / n;
        squareY += (y - meanY) * (y - meanY) - (leftY - meanY) * (leftY - meanY) - dy * dy / n;
        meanX += dx / n;
        meanY += dy / n;
    }

    private void renew() {
        meanX = mean(xs);
        meanY = mean(ys);
        squareX = squareY = product = 0;
        for (int ago = 0; ago < length(); ago++) {
            double x = xs.ago(ago) - meanX;
            double y = ys.ago(ago) - meanY;
            squareX += x * x;
            squareY += y * y;
            product += x * y;
        }
    }

    /** From the newest value on, so that the mean of equal values is that value. */
    private static double mean(Window window) {
        double base = window.ago(0);
        double sum = 0;
        for (int ago = 1; ago < window.length(); ago++) {
            sum += window.ago(ago) - base;
        }
        return base + sum / window.length();
    }

    boolean isFull() {
        return xs.isFull();
    }

    int length() {
        return xs.length();
    }

    double meanX() {
        return xs.isFlat() ? xs.ago(0) : meanX;
    }

    double meanY() {
        return ys.isFlat() ? ys.ago(0) : meanY;
    }

    double squareX() {
        return xs.isFlat() ? 0 : Math.max(squareX, 0);
    }

    double squareY() {
        return ys.isFlat() ? 0 : Math.max(squareY, 0);
    }

    double product() {
        return xs.isFlat() || ys.isFlat() ? 0 : product;
    }

    /** Of x. @param lost degrees of freedom: 0 for a population, 1 for a sample */
    double deviation(int lost) {
        return isFull() ? Math.sqrt(squareX() / (length() - lost)) : Double.NaN;
    }

    /** Share of the variance of y that a straight line in x explains, in [0, 1]; undefined where one of them is flat. */
    double explained() {
        double both = squareX() * squareY();
        return both > 0 ? Math.min(1, product() * product() / both) : Double.NaN;
    }
}
