package entrepot.inventory.goods.server;

import entrepot.inventory.goods.NoteRights;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.inventory.ledger.server.Preparation;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds what notes mean, of whichever callers. */
@ApplicationScoped
class NotePreparation implements Preparation<NotePreparation.Asked> {

    @Inject
    private CodeBook codes;

    @Inject
    private DocumentLots lots;

    @Inject
    private CountedSince counted;

    @Inject
    private CompanyFile companies;

    /** @param allowed whether who asks may post notes of its kind */
    record Asked(GoodsDesk.Request request, boolean allowed) {}

    @Override
    public List<Prepared> prepare(List<Asked> notes) {
        var found = new NoteCodes(codes, lots, companies.company().currency(), notes.stream().map(one -> one.request().note()).toList());
        return notes.stream().map(one -> one.allowed()
                ? asked(one.request(), found.prepare(one.request().note(), one.request().content(), one.request().alongside()))
                : Prepared.refused(List.of(NoteRights.refusal(one.request().note().kind())))).toList();
    }

    private Prepared asked(GoodsDesk.Request request, Prepared prepared) {
        List<Refusal> questions = request.sure() || !prepared.accepted() ? List.of() : counted.questions(request.note(), prepared.command());
        return questions.isEmpty() ? prepared : Prepared.refused(questions);
    }
}
