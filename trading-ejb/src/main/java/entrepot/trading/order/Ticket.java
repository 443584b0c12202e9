package entrepot.trading.order;

/**
 * What is asked for. Checked here, all faults at once; what a market says to it is {@link OrderState}.
 *
 * @param side       1 to buy, -1 to sell
 * @param units      millionths; 0 for as many as the money in the account pays for when it is filled
 * @param limit      billionths, where the kind has one, else 0
 * @param stop       billionths, where the kind has one, else 0
 * @param distance   of a trailing stop: billionths of price, or of the best price where it {@code trailsByShare}
 * @param until      milliseconds of the epoch, where the validity is GTD, else 0
 * @param group      of orders of which one cancels the others as far as it is filled; 0 for none
 * @param protection what is put in place by its fill, or null
 */
public record Ticket(int instrument, OrderKind kind, int side, long units, long limit, long stop, long distance, boolean trailsByShare,
        Validity validity, long until, boolean postOnly, boolean reduceOnly, int group, Protection protection) {

    /**
     * Orders that close what an order opened, one cancelling the other.
     *
     * @param stop     share of the fill price, billionths, by which the loss is stopped; 0 for none
     * @param profit   share at which the profit is taken; 0 for none
     * @param trailing share at which a stop trails; 0 for none
     */
    public record Protection(long stop, long profit, long trailing) {

        private static final long WHOLE = 1_000_000_000;

        public Protection {
            if (stop < 0 || stop >= WHOLE || profit < 0 || trailing < 0 || trailing >= WHOLE || stop + profit + trailing == 0) {
                throw new IllegalArgumentException("stop is " + stop + ", profit is " + profit + ", trailing is " + trailing
                        + " billionths, must be 0 or more, one of them above, stop and trailing below " + WHOLE);
            }
        }
    }

    public Ticket {
        StringBuilder wrong = new StringBuilder();
        check(wrong, side == 1 || side == -1, "side is " + side + ", must be 1 or -1");
        check(wrong, units >= 0, "units is " + units + ", must be 0 or more");
        check(wrong, kind.limited() || limit == 0, kind + " has a limit of " + limit + ", must have none");
        check(wrong, kind == OrderKind.STOP || kind == OrderKind.STOP_LIMIT || stop == 0, kind + " has a stop of " + stop + ", must have none");
        check(wrong, kind == OrderKind.TRAILING ? distance > 0 : distance == 0, kind + " has a distance of " + distance
                + ", must be above 0 of a trailing stop, else 0");
        check(wrong, !trailsByShare || distance < 1_000_000_000, "distance is " + distance + ", a share must be below 1,000,000,000");
        check(wrong, validity == Validity.GTD || until == 0, validity + " is until " + until + ", only GTD has a time");
        check(wrong, !postOnly || kind == OrderKind.LIMIT && validity.mayRest(),
                kind + " " + validity + " is post-only, must be a limit that may rest");
        check(wrong, !kind.stopped() || validity.mayRest(), kind + " is " + validity + ", a stop must rest");
        check(wrong, !reduceOnly || units > 0, "reduce-only needs units");
        check(wrong, group >= 0, "group is " + group + ", must be 0 or more");
        if (wrong.length() > 0) {
            throw new IllegalArgumentException(wrong.substring(2));
        }
    }

    private static void check(StringBuilder wrong, boolean right, String otherwise) {
        if (!right) {
            wrong.append("; ").append(otherwise);
        }
    }

    public static Ticket market(int instrument, int side, long units) {
        return new Ticket(instrument, OrderKind.MARKET, side, units, 0, 0, 0, false, Validity.GTC, 0, false, false, 0, null);
    }

    public static Ticket limit(int instrument, int side, long units, long limit) {
        return new Ticket(instrument, OrderKind.LIMIT, side, units, limit, 0, 0, false, Validity.GTC, 0, false, false, 0, null);
    }

    public static Ticket stop(int instrument, int side, long units, long stop) {
        return new Ticket(instrument, OrderKind.STOP, side, units, 0, stop, 0, false, Validity.GTC, 0, false, false, 0, null);
    }

    public static Ticket stopLimit(int instrument, int side, long units, long stop, long limit) {
        return new Ticket(instrument, OrderKind.STOP_LIMIT, side, units, limit, stop, 0, false, Validity.GTC, 0, false, false, 0, null);
    }

    /** @param share whether the distance is a share of the price */
    public static Ticket trailing(int instrument, int side, long units, long distance, boolean share) {
        return new Ticket(instrument, OrderKind.TRAILING, side, units, 0, 0, distance, share, Validity.GTC, 0, false, false, 0, null);
    }

    public Ticket valid(Validity other) {
        return new Ticket(instrument, kind, side, units, limit, stop, distance, trailsByShare, other, 0, postOnly, reduceOnly, group, protection);
    }

    public Ticket until(long time) {
        return new Ticket(instrument, kind, side, units, limit, stop, distance, trailsByShare, Validity.GTD, time, postOnly, reduceOnly, group,
                protection);
    }

    public Ticket postingOnly() {
        return new Ticket(instrument, kind, side, units, limit, stop, distance, trailsByShare, validity, until, true, reduceOnly, group, protection);
    }

    public Ticket reducingOnly() {
        return new Ticket(instrument, kind, side, units, limit, stop, distance, trailsByShare, validity, until, postOnly, true, group, protection);
    }

    public Ticket inGroup(int other) {
        return new Ticket(instrument, kind, side, units, limit, stop, distance, trailsByShare, validity, until, postOnly, reduceOnly, other, protection);
    }

    public Ticket protectedBy(Protection other) {
        return new Ticket(instrument, kind, side, units, limit, stop, distance, trailsByShare, validity, until, postOnly, reduceOnly, group, other);
    }

    /** The same as a stop or a limit at a price. */
    public Ticket at(OrderKind other, long price) {
        boolean limited = other == OrderKind.LIMIT;
        return new Ticket(instrument, other, side, units, limited ? price : 0, limited ? 0 : price, 0, false, validity, until, postOnly, reduceOnly,
                group, protection);
    }

    /** The same as a stop that trails by a share. */
    public Ticket trailing(long share) {
        return new Ticket(instrument, OrderKind.TRAILING, side, units, 0, 0, share, true, validity, until, postOnly, reduceOnly, group, protection);
    }
}
