package entrepot.client.demo;

/**
 * An item of the demonstration. Quantities are in thousandths of its unit, money in pounds.
 *
 * @param pack    what its supplier sells at once
 * @param usual   what a customer usually takes
 * @param step    quantities sold are multiples of it
 * @param favour  how often it is asked for, next to the others
 */
record DemoItem(
        String sku,
        String name,
        String unit,
        Range range,
        double cost,
        double price,
        long pack,
        long usual,
        long step,
        double favour) {

    /** What belongs together: bought from one supplier, valued and taxed alike. */
    enum Range {
        BARE("WIRE", "Bare and tinned copper wire", "COPPERTON", "AVERAGE", "VAT20", 1.25, 5),
        ENAMELLED("WIRE-ENAMEL", "Enamelled copper wire", "NORDENAMEL", "AVERAGE", "VAT20", 1.1, 6),
        CABLE("CABLE", "Cables", "CABLEWORKS", "AVERAGE", "VAT20", 1.3, 5),
        GREEN("COFFEE-GREEN", "Green coffee", "SANTOS", "FIFO", "VAT0", 0.8, 10),
        ROASTED("COFFEE", "Roasted coffee", "HARBOUR", "FIFO", "VAT0", 0.75, 11),
        BLEND("COFFEE-BLEND", "Coffee blends", "SLOWBOAT", "FIFO", "VAT0", 0.7, 12),
        SUNDRY("SUNDRY", "Filters and tools", "PAPERMILL", "AVERAGE", "VAT20", 1.0, 1);

        final String category;
        final String title;
        final String supplier;
        final String costing;
        final String taxCode;
        /** Demand at the height of summer; in winter it is as far on the other side of one. */
        final double summer;
        final int peakMonth;

        Range(String category, String title, String supplier, String costing, String taxCode, double summer, int peakMonth) {
            this.category = category;
            this.title = title;
            this.supplier = supplier;
            this.costing = costing;
            this.taxCode = taxCode;
            this.summer = summer;
            this.peakMonth = peakMonth;
        }
    }
}
