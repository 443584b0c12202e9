package entrepot.inventory.exchange.server;

import entrepot.inventory.exchange.ForeignAmount;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Posted;
import java.util.Arrays;
import java.util.List;

/** What a document says in another currency, committed with its posting. */
public record ForeignRows(List<ForeignAmount> amounts) implements Alongside {

    private static final String SQL =
            "INSERT INTO foreign_amount (posting_seq, line_no, currency, rate, unit_price, amount) VALUES (?, ?, ?, ?, ?, ?)";

    public ForeignRows {
        amounts = List.copyOf(amounts);
    }

    /** None where all is in the book's own. */
    public static List<Alongside> of(List<ForeignAmount> amounts) {
        return amounts.isEmpty() ? List.of() : List.of(new ForeignRows(amounts));
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public List<List<Object>> rows(Posted posted) {
        return amounts.stream().map(one -> Arrays.<Object>asList(posted.seq(), one.line(), one.exchange().of().getCurrencyCode(),
                one.exchange().rate().toPlainString(), one.unitPrice(), one.amount().minor())).toList();
    }
}
