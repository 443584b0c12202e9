package entrepot.web.page;

import entrepot.inventory.label.Copies;
import entrepot.inventory.label.LabelSheet;
import entrepot.inventory.label.Symbology;
import entrepot.inventory.label.server.LabelBoard;
import entrepot.inventory.label.server.LabelOrder;
import entrepot.web.language.Language;
import entrepot.web.print.LabelPaper;
import entrepot.web.print.Symbol;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What goes on the labels, and on which sheet? */
@Named
@RequestScoped
public class LabelsPage {

    private static final int MOST = 5000;
    private static final int MOST_COPIES = 1000;

    @EJB
    private LabelBoard board;

    private String item;
    private String lot;
    private String location;
    private String posting;
    private String copies;
    private String sheet;
    private String offset;
    private String symbol;
    private List<Copies> labels;

    /** A place on the sheet: a label, or null where it is used already or stays empty. */
    public record Cell(String title, String code, String lot, String says, int width, int height, String path) {

        static Cell of(Copies copies, Symbology symbology) {
            Symbol bars = Symbol.of(copies.label(), symbology);
            return new Cell(copies.label().title(), copies.label().code(), copies.label().lot(), copies.label().readable(),
                    bars.width(), bars.height(), bars.path());
        }
    }

    public List<Copies> getLabels() {
        if (labels == null) {
            LabelOrder order = new LabelOrder(one(item), one(item).isEmpty() ? null : Asked.text(lot), one(location), asked(), number());
            labels = board.find(order);
        }
        return labels;
    }

    private static List<String> one(String code) {
        return Asked.text(code) == null ? List.of() : List.of(Asked.text(code));
    }

    private UUID asked() {
        return Asked.id(posting);
    }

    /** Null: one a unit. */
    private Integer number() {
        if (isEach()) {
            return null;
        }
        long number = Asked.key(copies, 1);
        return (int) Math.max(1, Math.min(MOST_COPIES, number));
    }

    public boolean isEach() {
        return asked() != null && "each".equals(copies);
    }

    public int getTotal() {
        return getLabels().stream().mapToInt(Copies::count).sum();
    }

    public boolean isTooMany() {
        return getTotal() > MOST;
    }

    /** What does not fit the sheet, or null. */
    public String getTooWide() {
        return new LabelPaper(Language.here(), paper(), used(), bars(), getLabels()).tooWide().map(label -> label.readable()).orElse(null);
    }

    /** The first sheet as it will be printed. */
    public List<Cell> getCells() {
        List<Cell> cells = new ArrayList<>();
        for (int empty = 0; empty < used(); empty++) {
            cells.add(null);
        }
        for (Copies copied : getLabels()) {
            Cell cell = Cell.of(copied, bars());
            for (int copy = 0; copy < copied.count() && cells.size() < paper().size(); copy++) {
                cells.add(cell);
            }
        }
        while (cells.size() < paper().size()) {
            cells.add(null);
        }
        return cells;
    }

    private LabelSheet paper() {
        LabelSheet asked = Asked.oneOf(sheet, LabelSheet.class);
        return asked == null ? LabelSheet.L7159 : asked;
    }

    private Symbology bars() {
        Symbology asked = Asked.oneOf(symbol, Symbology.class);
        return asked == null ? Symbology.DATAMATRIX : asked;
    }

    private int used() {
        return (int) Math.min(paper().size() - 1, Asked.key(offset, 0));
    }

    public String getQuery() {
        return Query.of("item", item).and("lot", lot).and("location", location).and("posting", asked())
                .and("copies", isEach() ? "each" : number()).and("symbol", bars()).text();
    }

    public String getPaperQuery() {
        return getQuery() + "&" + Query.of("sheet", paper()).and("offset", used()).text();
    }

    public LabelSheet[] getSheets() {
        return LabelSheet.values();
    }

    public Symbology[] getSymbols() {
        return Symbology.values();
    }

    public int getColumns() {
        return paper().columns();
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getPosting() {
        return posting;
    }

    public void setPosting(String posting) {
        this.posting = posting;
    }

    public String getCopies() {
        return isEach() ? copies : String.valueOf(number());
    }

    public void setCopies(String copies) {
        this.copies = copies;
    }

    public String getSheet() {
        return paper().name();
    }

    public void setSheet(String sheet) {
        this.sheet = sheet;
    }

    public String getOffset() {
        return String.valueOf(used());
    }

    public void setOffset(String offset) {
        this.offset = offset;
    }

    public String getSymbol() {
        return bars().name();
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }
}
