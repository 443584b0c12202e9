/**
 * Imports as batches: files are kept, looked through by a dry run, posted day by day by a job that goes on after a break,
 * reconciled with the journal, and undone as a whole. A batch's documents have ids made from the batch and the invoice,
 * so nothing is posted twice.
 */
package entrepot.inventory.retail.server;
