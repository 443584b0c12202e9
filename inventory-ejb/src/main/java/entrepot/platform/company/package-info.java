/** The one company whose book this is: its name, currency and time zone. */
package entrepot.platform.company;
