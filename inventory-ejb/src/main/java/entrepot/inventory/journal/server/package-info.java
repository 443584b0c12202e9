/** The journal as people read it: SQL straight into records. */
package entrepot.inventory.journal.server;
