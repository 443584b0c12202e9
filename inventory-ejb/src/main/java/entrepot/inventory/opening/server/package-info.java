/** Takes opening balances in, checks and posts them by a job. */
package entrepot.inventory.opening.server;
