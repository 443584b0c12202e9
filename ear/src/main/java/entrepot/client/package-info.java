/** Commands that speak to a running Entrepot over its REST API, as anybody else would; they know nothing of its insides. */
package entrepot.client;
