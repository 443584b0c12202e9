/** Reservations as rows: made, handed out, released and expired under the lock that postings of the same goods wait for. */
package entrepot.inventory.promise.server;
