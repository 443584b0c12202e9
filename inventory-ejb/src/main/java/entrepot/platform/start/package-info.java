/** What each role does on its first day, ticked off by what the database knows. Features add their own steps. */
package entrepot.platform.start;
