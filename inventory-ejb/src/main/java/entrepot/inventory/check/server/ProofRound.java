package entrepot.inventory.check.server;

import entrepot.inventory.check.ProofLaw;
import entrepot.inventory.check.ProofLaw.Subject;
import entrepot.inventory.check.server.ProofTable.Mark;
import entrepot.inventory.check.server.ProofTable.Way;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One look at the book: at what was sealed since the last, at what was broken then, and at a part of the whole. It says
 * what it finds and mends nothing.
 */
@ApplicationScoped
public class ProofRound {

    private static final int GROUP = 200;
    private static final int ITEMS = 50;
    private static final Duration FOR_NEW = Duration.ofSeconds(1);
    private static final Duration FOR_ALL = Duration.ofMillis(100);

    @Inject
    private Database database;

    @Inject
    private LivingLaws laws;

    @Inject
    private Strays strays;

    @Inject
    private ChainRounds chain;

    @Inject
    private SubtotalRounds subtotals;

    @Inject
    private ProofTable table;

    /** Of the last groups of those that go round and round. */
    private final Map<Way, Integer> sizes = new EnumMap<>(Way.class);

    private final Pace newItems = new Pace();
    private final Pace brokenItems = new Pace();
    private final Pace oldItems = new Pace();
    private final Pace oldPostings = new Pace();
    private final Pace oldSeals = new Pace();
    private final Pace blocks = new Pace();

    private record NewSeal(long number, long postingSeq) {}

    void look() {
        lookAtNewPostings();
        again(Subject.POSTING);
        straysAgain();
        chain.look();
        newItems.keep(this::lookAtNewItems);
        brokenItems.keep(() -> again(Subject.ITEM));
        oldItems.keep(this::lookAtOldItems);
        oldPostings.keep(this::lookAtOldPostings);
        oldSeals.keep(chain::lookAtOld);
        blocks.keep(subtotals::look);
    }

    private void again(Subject subject) {
        LivingLaws.of(subject).forEach(law -> ask(law, table.broken(law, GROUP)));
    }

    private void lookAtNewPostings() {
        Map<ProofLaw, Long> rows = new EnumMap<>(ProofLaw.class);
        long mark = goOver(Way.NEW, postings -> {
            askAll(Subject.POSTING, postings, rows);
            rows.merge(ProofLaw.SEALED, (long) postings.size(), Long::sum);
        });
        looked(Subject.POSTING, Way.NEW, mark, rows);
    }

    /** Once a look, however many postings were of an item: its laws are about all that ever moved of it. */
    private void lookAtNewItems() {
        Set<Long> moved = new LinkedHashSet<>();
        long mark = goOver(Way.NEW_ITEMS, postings -> moved.addAll(itemsOf(postings)));
        List<Long> items = List.copyOf(moved);
        Map<ProofLaw, Long> rows = new EnumMap<>(ProofLaw.class);
        for (int from = 0; from < items.size(); from += ITEMS) {
            askAll(Subject.ITEM, items.subList(from, Math.min(items.size(), from + ITEMS)), rows);
        }
        looked(Subject.ITEM, Way.NEW_ITEMS, mark, rows);
    }

    /** @return the last seal it came to */
    private long goOver(Way way, Consumer<List<Long>> postings) {
        long until = System.nanoTime() + FOR_NEW.toNanos();
        long mark = table.mark(way).number();
        List<NewSeal> seals;
        do {
            seals = sealsAfter(mark);
            if (!seals.isEmpty()) {
                postings.accept(seals.stream().map(NewSeal::postingSeq).toList());
                mark = seals.get(seals.size() - 1).number();
            }
        } while (seals.size() == GROUP && System.nanoTime() < until);
        return mark;
    }

    private void looked(Subject subject, Way way, long mark, Map<ProofLaw, Long> rows) {
        for (ProofLaw law : ProofLaw.values()) {
            if (law.subject() == subject) {
                table.looked(law, mark, rows.getOrDefault(law, 0L));
            }
        }
        table.keep(way, new Mark(mark, 0));
    }

    private List<NewSeal> sealsAfter(long mark) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT number, posting_seq FROM seal WHERE number > ? ORDER BY number LIMIT " + GROUP)
                .bind(0, mark).mapTo(NewSeal.class).list());
    }

    private List<Long> itemsOf(List<Long> postings) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT item_id FROM movement WHERE posting_seq IN (<keys>) UNION SELECT item_id FROM value_entry"
                        + " WHERE posting_seq IN (<keys>)")
                .bindList("keys", postings).mapTo(Long.class).list());
    }

    private void lookAtOldItems() {
        goOn(Way.ITEMS, LivingLaws.of(Subject.ITEM), "SELECT item_id FROM cost_pool WHERE item_id > :after UNION SELECT item_id"
                + " FROM stock_balance WHERE item_id > :after ORDER BY item_id LIMIT :group", ITEMS, Subject.ITEM);
    }

    private void lookAtOldPostings() {
        goOn(Way.POSTINGS, List.of(ProofLaw.JOURNAL, ProofLaw.INVENTORY, ProofLaw.SALES, ProofLaw.SEALED),
                "SELECT seq FROM posting WHERE seq > :after ORDER BY seq LIMIT :group", GROUP, Subject.POSTING);
    }

    /** By groups that grow: among postings of thousands of lines, or items that moved as often, the time is over after few of them. */
    private void goOn(Way way, List<ProofLaw> passing, String sql, int most, Subject subject) {
        long until = System.nanoTime() + FOR_ALL.toNanos();
        List<Long> part;
        int size = Math.max(1, sizes.getOrDefault(way, 1) / 4);
        do {
            size = Math.min(2 * size, most);
            long after = table.mark(way).number();
            part = next(sql, after, size);
            Map<ProofLaw, Long> rows = new EnumMap<>(ProofLaw.class);
            askAll(subject, part, rows);
            if (subject == Subject.POSTING) {
                lookForStrays(after, part.size() < size ? Long.MAX_VALUE : part.get(part.size() - 1), part.size(), rows);
            }
            rows.forEach(table::passed);
            table.keep(way, part.size() < size ? Mark.START : new Mark(part.get(part.size() - 1), 0));
        } while (part.size() == size && System.nanoTime() < until);
        sizes.put(way, size);
        if (part.size() < size) {
            passing.forEach(table::whole);
        }
    }

    private List<Long> next(String sql, long after, int group) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(sql).bind("after", after).bind("group", group).mapTo(Long.class).list());
    }

    private void lookForStrays(long after, long to, long postings, Map<ProofLaw, Long> rows) {
        note(strays.in(after + 1, to, GROUP));
        rows.put(ProofLaw.SEALED, postings);
    }

    private void straysAgain() {
        for (long posting : table.broken(ProofLaw.SEALED, GROUP)) {
            List<Strays.Stray> still = strays.in(posting, posting, 1);
            if (still.isEmpty()) {
                table.clear(ProofLaw.SEALED, posting, posting);
            }
            note(still);
        }
    }

    private void note(List<Strays.Stray> found) {
        Map<Long, String> broken = new HashMap<>();
        found.forEach(stray -> broken.putIfAbsent(stray.posting(), stray.what()));
        table.note(ProofLaw.SEALED, List.of(), broken);
    }

    private void askAll(Subject subject, Collection<Long> subjects, Map<ProofLaw, Long> rows) {
        LivingLaws.of(subject).forEach(law -> rows.merge(law, ask(law, subjects), Long::sum));
    }

    /** @return how many rows of the book it looked at */
    private long ask(ProofLaw law, Collection<Long> subjects) {
        Map<Long, String> broken = new HashMap<>();
        long rows = 0;
        for (LivingLaws.Seen seen : laws.ask(law, subjects)) {
            rows += seen.seen();
            if (seen.text() != null) {
                broken.merge(seen.subject(), seen.text(), (one, other) -> one + "; " + other);
            }
        }
        table.note(law, subjects, broken);
        return rows;
    }
}
