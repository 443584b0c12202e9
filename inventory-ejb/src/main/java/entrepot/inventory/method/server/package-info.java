/** Changes of the costing method, posted and told. */
package entrepot.inventory.method.server;
