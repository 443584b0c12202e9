package entrepot.platform.inbox;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.outbox.Outbox;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends dead letters to their queue again, once what stopped them was mended. Each that is there at the start is tried
 * once: what still cannot be read comes back among the dead letters.
 */
@ApplicationScoped
public class ReplayDeadLetters implements JobKind {

    @EJB
    private DeadLetters letters;

    @Override
    public String name() {
        return "replay-dead-letters";
    }

    @Override
    public String title() {
        return "Send dead letters again";
    }

    @Override
    public boolean needsNoParameters() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        Map<String, Integer> sent = new TreeMap<>();
        for (String queue : Outbox.TOPICS) {
            sent.put(queue, replay(queue, run));
            run.log(queue + ": " + sent.get(queue) + " sent again");
        }
        run.outcome(sent);
    }

    private int replay(String queue, JobRun run) {
        List<DeadLetter> waiting = letters.list(queue);
        int sent = 0;
        for (DeadLetter letter : waiting) {
            if (run.stopAsked()) {
                return sent;
            }
            sent += letters.sendAgain(letter.id()) ? 1 : 0;
            run.progress(sent, waiting.size());
        }
        return sent;
    }
}
