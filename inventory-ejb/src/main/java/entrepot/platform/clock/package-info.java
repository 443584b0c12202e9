/** What time it is, as a value that is passed in, so that tests and imports may say. */
package entrepot.platform.clock;
