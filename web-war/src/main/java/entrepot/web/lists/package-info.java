/** Every list of the portal as a file, CSV or XLSX: the same filters, all rows, written as they are read. */
package entrepot.web.lists;
