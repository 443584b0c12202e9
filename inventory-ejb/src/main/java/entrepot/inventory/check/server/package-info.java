/** The checks as jobs: the laws as SQL over everything, the audit chain from the first seal to the last. */
package entrepot.inventory.check.server;
