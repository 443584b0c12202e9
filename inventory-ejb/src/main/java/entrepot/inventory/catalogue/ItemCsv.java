package entrepot.inventory.catalogue;

import de.siegmar.fastcsv.writer.CsvWriter;
import entrepot.platform.csv.CsvCell;
import entrepot.platform.csv.CsvTable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Items as a spreadsheet has them: one column a field. Barcodes stand in one cell, {@code 5012345678900 15012345678907:BOX};
 * so do own units, {@code BOX=12 PALLET=960}. A formula in a code is refused; in a name it is text.
 */
public final class ItemCsv {

    public static final List<String> COLUMNS = List.of("sku", "name", "unit", "category", "costing", "taxCode", "supplier",
            "purchaseCost", "currency", "pack", "minimumOrder", "serviceLevel", "active", "barcodes", "units", "tracking", "perishable",
            "weight", "volume", "pieceSize", "pieceTolerance");
    private static final List<String> REQUIRED = List.of("sku", "name", "unit", "costing");
    private static final List<String> CODES =
            List.of("sku", "unit", "category", "costing", "taxCode", "supplier", "currency", "active", "barcodes", "units",
                    "tracking", "perishable");

    private ItemCsv() {}

    /** @throws entrepot.platform.csv.CsvRefused where the header is wrong */
    public static List<UploadLine> read(String text) {
        return CsvTable.read(text, COLUMNS, REQUIRED).rows().stream().map(ItemCsv::line).toList();
    }

    private static UploadLine line(CsvTable.Row row) {
        if (row.broken() != null) {
            return new UploadLine(row.line(), null, List.of(new Flaw("", "broken-line", row.broken())));
        }
        var flaws = new Flaws();
        CODES.stream()
                .filter(column -> row.cells().containsKey(column) && CsvCell.isFormula(row.cells().get(column)))
                .forEach(column -> flaws.add(column, "formula",
                        Flaws.quoted(row.cells().get(column)) + " is a formula to a spreadsheet; a code must not begin like one"));
        return new UploadLine(row.line(), entry(row.cells(), flaws), flaws.found());
    }

    private static ItemEntry entry(Map<String, String> cells, Flaws flaws) {
        return new ItemEntry(plain(cells.get("sku")), plain(cells.get("name")),
                cells.get("unit"), cells.get("category"), cells.get("costing"), cells.get("taxCode"), cells.get("supplier"),
                cells.get("purchaseCost"), cells.get("currency"), cells.get("pack"), cells.get("minimumOrder"),
                cells.get("serviceLevel"), truth("active", cells, flaws), barcodes(cells.get("barcodes")),
                units(cells.get("units")), cells.get("tracking"), truth("perishable", cells, flaws), cells.get("weight"), cells.get("volume"),
                cells.get("pieceSize"), cells.get("pieceTolerance"));
    }

    private static String plain(String cell) {
        return cell == null ? null : CsvCell.plain(cell);
    }

    private static Boolean truth(String column, Map<String, String> cells, Flaws flaws) {
        String cell = cells.get(column);
        if (cell == null || cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
            return cell == null ? null : Boolean.valueOf(cell);
        }
        return flaws.add(column, "unknown-value", Flaws.quoted(cell) + " must be true or false");
    }

    private static List<ItemEntry.Barcode> barcodes(String cell) {
        return words(cell).map(word -> word.split(":", 2))
                .map(parts -> new ItemEntry.Barcode(parts[0], parts.length == 2 ? parts[1] : null))
                .toList();
    }

    private static List<ItemEntry.Factor> units(String cell) {
        return words(cell).map(word -> word.split("=", 2))
                .map(parts -> new ItemEntry.Factor(parts[0], parts.length == 2 ? parts[1] : null))
                .toList();
    }

    private static Stream<String> words(String cell) {
        return cell == null ? Stream.empty() : Arrays.stream(cell.strip().split("\\s+"));
    }

    public static String header() {
        return text(Stream.of(COLUMNS));
    }

    public static String lines(List<ItemEntry> items) {
        return text(items.stream().map(ItemCsv::cells));
    }

    private static String text(Stream<List<String>> lines) {
        var text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        lines.forEach(csv::writeRecord);
        return text.toString();
    }

    /** The cells of one item, in the order of {@link #COLUMNS}; guarded where a spreadsheet could run them. */
    static List<String> cells(ItemEntry item) {
        var cells = new ArrayList<String>(List.of(CsvCell.guarded(item.sku()), CsvCell.guarded(item.name()), item.unit()));
        Stream.of(item.category(), item.costing(), item.taxCode(), item.supplier(), item.purchaseCost(), item.currency(),
                        item.pack(), item.minimumOrder(), item.serviceLevel(), item.active().toString())
                .forEach(cells::add);
        cells.add(item.barcodes().stream()
                .map(barcode -> barcode.gtin() + (barcode.unit() == null ? "" : ":" + barcode.unit()))
                .collect(Collectors.joining(" ")));
        cells.add(item.units().stream()
                .map(unit -> unit.unit() + "=" + unit.factor())
                .collect(Collectors.joining(" ")));
        cells.add(item.tracking());
        cells.add(item.perishable() == null ? null : item.perishable().toString());
        cells.add(item.weight());
        cells.add(item.volume());
        cells.add(item.pieceSize());
        cells.add(item.pieceTolerance());
        return cells;
    }
}
