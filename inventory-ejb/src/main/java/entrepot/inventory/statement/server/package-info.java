/** Statements as people read them: SQL straight into records, each tied to the journal. */
package entrepot.inventory.statement.server;
