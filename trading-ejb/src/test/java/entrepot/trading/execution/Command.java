package entrepot.trading.execution;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.execution.OrderBook.Result;
import entrepot.trading.risk.Verdict;

/** A command of a vector or of a recorded flow. */
record Command(String op, long id, long owner, BookSide side, TimeInForce force, long price, long size) {

    static Command of(JsonNode given) {
        return new Command(given.path("op").asText(), given.path("id").asLong(), given.path("uid").asLong(),
                given.has("side") ? BookSide.valueOf(given.path("side").asText()) : null,
                given.has("tif") ? TimeInForce.valueOf(given.path("tif").asText()) : null,
                given.path("price").asLong(), given.path("size").asLong());
    }

    /** {@code seq,op,order_id,uid,side,tif,price,size}, what does not apply left empty. */
    static Command of(String line) {
        String[] field = line.split(",", -1);
        return new Command(field[1], Long.parseLong(field[2]), Long.parseLong(field[3]),
                field[4].isEmpty() ? null : BookSide.valueOf(field[4]), field[5].isEmpty() ? null : TimeInForce.valueOf(field[5]),
                number(field[6]), number(field[7]));
    }

    private static long number(String field) {
        return field.isEmpty() ? 0 : Long.parseLong(field);
    }

    Result on(OrderBook book) {
        return switch (op) {
            case "new" -> book.place(id, owner, side, force, price, size);
            case "cancel" -> book.cancel(id, owner);
            case "reduce" -> book.reduce(id, owner, size);
            case "move" -> book.move(id, owner, price);
            default -> throw new AssertionError("no command " + op);
        };
    }

    /** What is told of limits and halts has {@code op} as the method of the venue is called, with what it is given. */
    Result on(Venue venue, long time) {
        switch (op) {
            case "new" -> {
                return venue.place(time, id, owner, side, force, price, size);
            }
            case "cancel" -> {
                return venue.cancel(time, id, owner);
            }
            case "reduce" -> {
                return venue.reduce(time, id, owner, size);
            }
            case "move" -> {
                return venue.move(time, id, owner, price);
            }
            case "limit" -> venue.limit(time, owner, Verdict.values()[(int) id], size);
            case "halt" -> venue.halt(time, owner);
            case "resume" -> venue.resume(time, owner);
            case "haltAll" -> venue.haltAll(time);
            case "resumeAll" -> venue.resumeAll(time);
            case "reference" -> venue.reference(time, price);
            default -> throw new AssertionError("no command " + op);
        }
        return Result.DONE;
    }
}
