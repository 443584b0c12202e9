package entrepot.inventory.ledger;

import entrepot.inventory.ledger.SlowWorkshop.Event;
import entrepot.kernel.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A seeded history posted to a shop beside the second opinion, which is asked after each posting. */
abstract class WorkshopDuel {

    private static final int HISTORY = 60;

    private final Shop shop;
    private final SlowWorkshop slow;

    WorkshopDuel(Shop shop, SlowWorkshop slow) {
        this.shop = shop;
        this.slow = slow;
    }

    /** How many histories of {@code kinds} kinds make so many steps. */
    static int histories(int steps, int kinds) {
        return steps / HISTORY / kinds;
    }

    abstract Event event(int number, Random random, List<Event> happened);

    abstract PostingRequest request(Event event);

    /** What the ledger says, named as the second opinion names it. */
    abstract Map<String, BigInteger> worths();

    /** Whether the ledger is asked for it too. */
    boolean isAsked(String name) {
        return true;
    }

    /** Where the two first differ, or null. */
    String difference(long seed) {
        Random random = new Random(seed);
        List<Event> happened = new ArrayList<>();
        for (int number = 0; number < HISTORY; number++) {
            Event event = event(number, random, happened);
            List<Event> tried = new ArrayList<>(happened);
            tried.add(event);
            Map<String, BigInteger> expected = slow.worths(tried);
            Books.Attempt attempt = shop.post(request(event));
            if (attempt.accepted() != (expected != null)) {
                return event + ": the ledger says " + attempt.refusals() + ", the second opinion " + expected + " after " + happened;
            }
            if (attempt.accepted()) {
                shop.remember(attempt.posted());
                happened.add(event);
                expected.keySet().removeIf(name -> !isAsked(name));
                Map<String, BigInteger> found = worths();
                if (!withoutZeros(found).equals(withoutZeros(expected))) {
                    return event + ": the ledger says " + found + ", the second opinion " + expected + " after " + happened;
                }
            }
        }
        Money account = shop.trialBalance().of(Shop.account(AccountRole.INVENTORY));
        Money pools = shop.books.pools().values().stream().map(pool -> pool.cost().value()).reduce(Money.zero(account.currency()), Money::plus);
        return pools.equals(account) ? null : "the inventory account says " + account + ", the pools " + pools;
    }

    private static Map<String, BigInteger> withoutZeros(Map<String, BigInteger> all) {
        Map<String, BigInteger> some = new TreeMap<>(all);
        some.values().removeIf(worth -> worth.signum() == 0);
        return some;
    }
}
