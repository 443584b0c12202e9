/** The book over HTTP: sales, movements, reversal, reports, and the jobs that check it. */
package entrepot.system.book;
