package entrepot.web.api;

import entrepot.inventory.label.LabelSheet;
import entrepot.inventory.label.Symbology;
import entrepot.inventory.label.server.LabelOrder;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** What labels, how many, and on what. */
public class LabelQuery {

    static final int MOST_COPIES = 1000;
    private static final int MOST_CODES = 200;

    @QueryParam("item") List<String> items;
    @QueryParam("lot") String lot;
    @QueryParam("location") List<String> locations;
    @QueryParam("posting") String posting;
    @QueryParam("copies") String copies;
    @QueryParam("symbol") String symbol;
    @QueryParam("sheet") String sheet;
    @QueryParam("offset") Integer offset;
    @QueryParam("dpi") Integer dpi;
    @QueryParam("width") Integer width;
    @QueryParam("height") Integer height;

    /** The rest has a meaning for one form of print alone. */
    record Asked(LabelOrder order, Symbology symbology, LabelSheet sheet, int offset, int dpi, int width, int height) {}

    Asked read() {
        QueryFields query = new QueryFields();
        LabelOrder order = new LabelOrder(codes(query, "item", items), query.text("lot", lot), codes(query, "location", locations),
                query.uuid("posting", posting), copies(query));
        if (order.items().isEmpty() && order.locations().isEmpty() && order.posting() == null) {
            query.refuse("item", "missing", "labels need an item, a location or a posting");
        }
        if (order.lot() != null && order.items().size() != 1) {
            query.refuse("lot", "one-item", "a lot is one of one item: name the item, and no other");
        }
        LabelSheet paper = query.oneOf("sheet", sheet, LabelSheet.class, LabelSheet.L7159);
        Asked asked = new Asked(order, query.oneOf("symbol", symbol, Symbology.class, Symbology.DATAMATRIX), paper,
                number(query, "offset", offset, 0, 0, paper == null ? 0 : paper.size() - 1),
                dpi(query), number(query, "width", width, 57, 20, 120), number(query, "height", height, 32, 12, 200));
        query.check();
        return asked;
    }

    private static List<String> codes(QueryFields query, String name, List<String> given) {
        if (given.size() > MOST_CODES) {
            query.refuse(name, "too-many", "may be there " + MOST_CODES + " times at most, is there " + given.size() + " times");
        }
        return given.stream().map(code -> query.text(name, code)).filter(code -> code != null).distinct().toList();
    }

    /** A number, or {@code each}: one a unit that came. */
    private Integer copies(QueryFields query) {
        if (posting != null && "each".equals(copies)) {
            return null;
        }
        String number = query.text("copies", copies);
        if (number != null && (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > MOST_COPIES)) {
            query.refuse("copies", "range", "must be 1 to " + MOST_COPIES + ", or with a posting 'each' for one a unit");
            return 1;
        }
        return number == null ? Integer.valueOf(1) : Integer.valueOf(number);
    }

    private int dpi(QueryFields query) {
        if (dpi != null && dpi != 203 && dpi != 300) {
            query.refuse("dpi", "unknown-value", "must be 203 or 300, is " + dpi);
        }
        return dpi == null ? 203 : dpi;
    }

    private static int number(QueryFields query, String name, Integer given, int otherwise, int least, int most) {
        int number = given == null ? otherwise : given;
        if (number < least || number > most) {
            query.refuse(name, "range", "must be " + least + " to " + most + ", is " + number);
        }
        return number;
    }
}
