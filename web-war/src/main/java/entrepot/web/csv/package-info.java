/** Every list of the portal as a CSV file: the same filters, all rows, written as they are read. */
package entrepot.web.csv;
