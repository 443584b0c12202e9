package entrepot.web.page;

import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.assembly.server.BillBoard;
import entrepot.web.api.Page;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is made of what, and what is sold as one? */
@Named
@RequestScoped
public class BillsPage {

    private static final int ROWS = 100;

    @EJB
    private BillBoard board;

    @Inject
    private Shell shell;

    private String kind;
    private String used;
    private String after;
    private Page<BillBoard.Row> bills;

    public Page<BillBoard.Row> getBills() {
        if (bills == null) {
            bills = Page.of(board.list(Asked.oneOf(kind, BillKind.class), Asked.text(used), Asked.text(after), ROWS + 1), ROWS, BillBoard.Row::sku);
        }
        return bills;
    }

    public boolean isMaker() {
        return shell.may("storekeeper") || shell.may("buyer");
    }

    public List<BillKind> getKinds() {
        return List.of(BillKind.ASSEMBLY, BillKind.KIT);
    }

    public String getQuery() {
        return Query.of("kind", kind).and("part", used).text();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getUsed() {
        return used;
    }

    public void setUsed(String used) {
        this.used = used;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
