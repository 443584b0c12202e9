/** Starts Entrepot: database, migrations, server, in this order; stops them in the other. */
package entrepot.launcher;
