/**
 * Keeps the catalogue in tables: rows through JPA, lists and searches as SQL. A row is locked before its version is looked
 * at, so that of two people who change it at once the second is told. What was ever used is taken out of use, not deleted.
 */
package entrepot.inventory.catalogue.server;
