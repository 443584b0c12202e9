package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.statement.RollForward;
import entrepot.inventory.statement.RollForward.Cell;
import entrepot.inventory.statement.RollForward.Part;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import entrepot.kernel.book.JournalLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opening and what happened are closing, and closing is the inventory account, on any days. {@code laws.seed} repeats a run. */
class RollForwardLawsTest {

    private static final long SEED = Long.getLong("laws.seed", 20261130);
    private static final Money NOTHING = Money.zero(Currency.getInstance("GBP"));

    @ParameterizedTest
    @EnumSource(CostFlow.class)
    void openingAndFlowsAreClosingAreTheInventoryAccount(CostFlow flow) {
        for (long seed = SEED; seed < SEED + 10; seed++) {
            Shop shop = new RandomYear(seed, flow, false).eventful();
            Random random = new Random(seed);
            for (int period = 0; period < 10; period++) {
                LocalDate from = RandomYear.FIRST.plusDays(random.nextInt(300));
                LocalDate to = from.plusDays(random.nextInt(65));
                check("seed " + seed + ", " + from + " to " + to, shop, from, to);
            }
        }
    }

    private static void check(String where, Shop shop, LocalDate from, LocalDate to) {
        check(where, shop, from, to, Shop.account(AccountRole.INVENTORY));
    }

    static void check(String where, Shop shop, LocalDate from, LocalDate to, Account inventory) {
        List<RollForward.Row> rows = RollForward.of(parts(shop, from, to), NOTHING);
        for (RollForward.Row row : rows) {
            Cell sum = row.flows().values().stream().reduce(row.opening(), Cell::plus);
            assertThat(sum).as(where + " at " + row.code()).isEqualTo(row.closing());
        }
        assertThat(rows.stream().map(row -> row.opening().value()).reduce(NOTHING, Money::plus)).as(where).isEqualTo(account(shop, from.minusDays(1), inventory));
        assertThat(rows.stream().map(row -> row.closing().value()).reduce(NOTHING, Money::plus)).as(where).isEqualTo(account(shop, to, inventory));
    }

    private static Money account(Shop shop, LocalDate day, Account inventory) {
        Money balance = NOTHING;
        for (Posted posted : shop.posted) {
            for (JournalLine line : posted.journal().lines()) {
                if (line.account().equals(inventory) && !posted.dateOf(line).isAfter(day)) {
                    balance = balance.plus(line.amount());
                }
            }
        }
        return balance;
    }

    /** By place, as the database would say it. */
    private static List<Part> parts(Shop shop, LocalDate from, LocalDate to) {
        Map<Long, PostingKind> kinds = new HashMap<>();
        shop.posted.forEach(posted -> posted.movements().forEach(movement -> kinds.put(movement.id(), kind(posted, movement, kinds))));
        List<Part> parts = new ArrayList<>();
        for (Posted posted : shop.posted) {
            posted.values().stream().filter(value -> !value.booked().isAfter(to)).forEach(value -> parts.add(new Part(
                    "L" + value.location().value(), null, value.booked().isBefore(from), value.kind(), kinds.get(value.movement()), Quantity.ZERO, value.amount())));
            posted.movements().stream().filter(moved -> !moved.booked().isAfter(to)).forEach(moved -> parts.add(new Part(
                    "L" + moved.location().value(), null, moved.booked().isBefore(from), null, kinds.get(moved.id()), moved.quantity(), NOTHING)));
        }
        return parts;
    }

    private static PostingKind kind(Posted posted, Movement movement, Map<Long, PostingKind> kinds) {
        boolean corrects = movement.basis() == Basis.CORRECTED || movement.basis() == Basis.RECOUNTED;
        return corrects ? kinds.get(movement.source()) : posted.request().kind();
    }
}
