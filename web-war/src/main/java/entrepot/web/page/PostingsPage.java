package entrepot.web.page;

import entrepot.inventory.journal.server.PostingList;
import entrepot.inventory.ledger.PostingKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What was posted, by whom, from what? */
@Named
@RequestScoped
public class PostingsPage {

    private static final int LIMIT = 100;

    @Inject
    private PostingList list;

    private String kind;
    private String from;
    private String to;
    private String reference;
    private String source;
    private String actor;
    private String after;
    private Part<PostingList.Line> postings;

    public Part<PostingList.Line> getPostings() {
        if (postings == null) {
            PostingList.Filter filter = new PostingList.Filter(Asked.oneOf(kind, PostingKind.class), Asked.day(from), Asked.day(to),
                    Asked.text(reference), Asked.text(source), Asked.text(actor));
            postings = Part.of(list.list(filter, Asked.dated(after), LIMIT + 1), LIMIT, PostingList.Line::key);
        }
        return postings;
    }

    public List<PostingKind> getKinds() {
        return List.of(PostingKind.values());
    }

    public String getQuery() {
        return Query.of("kind", kind).and("from", Asked.day(from)).and("to", Asked.day(to)).and("reference", reference)
                .and("source", source).and("actor", actor).text();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
