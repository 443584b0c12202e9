/**
 * What GS1 barcodes say of goods: element strings and digital links, read and printed. Checked while it is read (length,
 * characters, check digit, date), so that no half understood scan reaches a document.
 */
package entrepot.inventory.gs1;
