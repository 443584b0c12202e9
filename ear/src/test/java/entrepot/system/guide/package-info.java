/** Holds the guides in {@code docs} against the running product: what is printed there was typed, and answered so. */
package entrepot.system.guide;
