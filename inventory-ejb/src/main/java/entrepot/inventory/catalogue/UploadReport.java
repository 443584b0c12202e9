package entrepot.inventory.catalogue;

import java.util.List;

/**
 * What became of an upload.
 *
 * @param rows    read from the file, bad ones included
 * @param created new items; would be, where nothing was written
 * @param changed items that were there
 * @param posted  whether anything was written
 * @param flaws   of the bad rows, in the order of the file
 */
public record UploadReport(int rows, int created, int changed, int bad, boolean posted, List<RowFlaw> flaws) {

    /** @param sku as the row has it, or null */
    public record RowFlaw(long line, String sku, String field, String code, String detail) {}
}
