/** Comma-separated text in and out: strict about encoding, harmless in a spreadsheet, equal after a round trip. */
package entrepot.platform.csv;
