/**
 * The ledger's rows: loads the part of the book that a group of commands touches, under lock, and writes what the pure
 * core made of it in a handful of statements a group, however many lines.
 */
package entrepot.inventory.ledger.server;
