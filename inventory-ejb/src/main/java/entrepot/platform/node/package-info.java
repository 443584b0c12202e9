/**
 * The servers that share the book: who they are, which of them live, and what each does. A node lives while its heartbeat in the
 * database is not older than ten seconds; nothing is believed of the network.
 */
package entrepot.platform.node;
