package entrepot.inventory.tax;

/** What is rounded to the smallest unit of the currency, half up. */
public enum TaxRounding {

    /** The tax of each line. */
    LINE,

    /** The tax of all lines of a code together. Lines take what the sum grows by with them, so that they add up to it. */
    DOCUMENT
}
