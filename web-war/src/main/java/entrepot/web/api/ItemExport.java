package entrepot.web.api;

import entrepot.inventory.catalogue.ItemCsv;
import entrepot.inventory.catalogue.ItemFilter;
import entrepot.inventory.catalogue.ItemSummary;
import entrepot.inventory.catalogue.server.ItemDesk;
import entrepot.inventory.catalogue.server.ItemSearch;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Items as a file for a spreadsheet, a page at a time, so that any number goes through little memory. */
@RequestScoped
public class ItemExport {

    private static final int PART = 500;

    /** Tells a spreadsheet that the file is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @EJB
    private ItemDesk desk;

    @EJB
    private ItemSearch search;

    StreamingOutput of(ItemFilter filter) {
        return WholeFile.written(out -> write(filter, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    private void write(ItemFilter filter, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        out.write(ItemCsv.header());
        List<String> skus = part(filter, null);
        while (!skus.isEmpty()) {
            out.write(ItemCsv.lines(desk.entries(skus)));
            skus = part(filter, skus.get(skus.size() - 1));
        }
        out.flush();
    }

    private List<String> part(ItemFilter filter, String after) {
        return search.list(filter, after, PART).stream().map(ItemSummary::sku).toList();
    }
}
