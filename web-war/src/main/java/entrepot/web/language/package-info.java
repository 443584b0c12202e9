/** Which language somebody reads, and how it writes words, numbers and days. */
package entrepot.web.language;
