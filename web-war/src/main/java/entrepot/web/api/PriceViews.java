package entrepot.web.api;

import entrepot.trading.pricing.Advice;
import entrepot.trading.pricing.Rollback;
import entrepot.trading.pricing.Verdict;
import entrepot.trading.pricing.server.BatchTable;
import entrepot.trading.pricing.server.PriceList;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.PriceTable;
import entrepot.trading.pricing.server.ProposalTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** How prices are answered: decimals as strings, currency beside, times in UTC. */
final class PriceViews {

    private PriceViews() {}

    /** @param unitCost absent for those who see prices only, as are margin, verdict, words and proposal */
    record Price(
            String sku, String name, String unit, String currency, BigDecimal price, BigDecimal basePrice, Instant since,
            BigDecimal unitCost, BigDecimal margin, Verdict verdict, List<String> words, String proposal, BigDecimal proposed) {

        static Price of(PriceList.Line line, String currency) {
            return new Price(line.sku(), line.name(), line.unit(), currency, plain(line.price()), plain(line.basePrice()),
                    utc(line.since()), plain(line.unitCost()), line.margin(), line.verdict(), line.words(), number(line.proposal()),
                    plain(line.proposed()));
        }
    }

    record Entry(
            String id, String sku, String currency, PriceTable.Cause cause, BigDecimal before, BigDecimal price, BigDecimal basePrice,
            Instant from, String actor, List<String> words, Advice reason, String batch, String proposal, String reverses) {

        static Entry of(PriceRecords.Entry entry, String currency) {
            return new Entry(number(entry.id()), entry.sku(), currency, entry.cause(), plain(entry.before()), plain(entry.price()),
                    plain(entry.basePrice()), utc(entry.from()), entry.actor(), entry.words(), entry.advice(), number(entry.batch()),
                    number(entry.proposal()), number(entry.reverses()));
        }
    }

    record Proposal(
            String id, String sku, String name, String currency, ProposalTable.Status status, BigDecimal before, BigDecimal price,
            BigDecimal unitCost, Advice reason, long seal, Instant madeAt, String batch, Instant closedAt, String closedBy, String note) {

        static Proposal of(PriceRecords.Proposal one, String currency) {
            return new Proposal(number(one.id()), one.sku(), one.name(), currency, one.status(), plain(one.before()), plain(one.price()),
                    plain(one.unitCost()), one.advice(), one.seal(), utc(one.madeAt()), number(one.batch()), utc(one.closedAt()),
                    one.closedBy(), one.note());
        }
    }

    record Batch(
            String id, BatchTable.Kind kind, String actor, Instant madeAt, String note, int changes, String rollsBack,
            String rolledBackBy, List<Rollback.Conflict> conflicts, List<Entry> entries) {

        /** @param entries null in a list */
        static Batch of(PriceRecords.Batch one, List<Entry> entries) {
            return new Batch(number(one.id()), one.kind(), one.actor(), utc(one.madeAt()), one.note(), one.changes(), number(one.rollsBack()),
                    number(one.rolledBackBy()), one.conflicts().isEmpty() ? null : one.conflicts(), entries);
        }
    }

    private static String number(Long id) {
        return id == null ? null : Long.toString(id);
    }

    private static Instant utc(LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /** Two decimals at least, and no zeros beyond them. */
    static BigDecimal plain(BigDecimal price) {
        if (price == null) {
            return null;
        }
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale()));
    }
}
