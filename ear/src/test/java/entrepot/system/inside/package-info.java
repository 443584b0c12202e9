/** Tests that run inside the server, beside the beans of the archive as it was built. */
package entrepot.system.inside;
