package entrepot.trading.replay;

import entrepot.trading.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds a trader that sees the future: it is run again on the flow cut at a row, and must give the same orders and have the same fills before its last moment. */
final class CutReplay {

    private final Flow flow;
    private final ReplayTerms terms;
    private final Function<Flow, FlowTrader> trader;
    private final ReplayResult whole;

    /** @param trader made anew from what it may see */
    CutReplay(Flow flow, ReplayTerms terms, Function<Flow, FlowTrader> trader) {
        this.flow = flow;
        this.terms = terms;
        this.trader = trader;
        this.whole = run(flow);
    }

    private ReplayResult run(Flow part) {
        return new Replay(terms, part.kind(), trader.apply(part)).run(List.of(part), row -> true);
    }

    /** What the later rows changed, or none. @param cut rows that are left, 1 or more */
    Optional<String> changedBy(int cut) {
        ReplayResult part = run(flow.slice(0, cut));
        long until = flow.time(cut - 1);
        List<String> before = words(whole, until);
        List<String> now = words(part, until);
        return before.equals(now) ? Optional.empty() : Optional.of("with all rows: " + before + "; with " + cut + ": " + now);
    }

    private static List<String> words(ReplayResult result, long until) {
        List<String> words = new ArrayList<>();
        result.orders().stream().filter(one -> one.given() < until).forEach(one -> words.add("order " + one.order().id() + " at " + one.given() + " " + one.order().ticket()
                + (one.ended() != null && one.ended() < until ? " " + one.order().state() + " " + one.order().reason() : "")));
        result.fills().stream().filter(fill -> fill.time() < until).forEach(fill -> words.add(fill.toString()));
        return words;
    }
}
