package entrepot.inventory.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the ledger: a posting and the rows that must commit with it.
 *
 * @param content     what the client sent, as text: a second try must say the same, whatever the server filled in
 * @param fulfilments which of its lines take what was reserved for them
 */
public record Command(PostingRequest request, String content, List<Alongside> alongside, List<Fulfilment> fulfilments) {

    public Command {
        alongside = List.copyOf(alongside);
        fulfilments = List.copyOf(fulfilments);
    }

    public Command(PostingRequest request, String content, List<Alongside> alongside) {
        this(request, content, alongside, List.of());
    }

    public Command with(List<Alongside> more) {
        List<Alongside> all = new ArrayList<>(alongside);
        all.addAll(more);
        return new Command(request, content, all, fulfilments);
    }

    public static Command of(PostingRequest request) {
        return new Command(request, request.toString(), List.of());
    }
}
