/** What lies at which place, as the screens and the API ask for it. */
package entrepot.inventory.place.server;
