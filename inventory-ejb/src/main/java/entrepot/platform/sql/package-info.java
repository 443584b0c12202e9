/** The one road to the database for plain SQL: Jdbi on the server's datasource, ids in blocks. */
package entrepot.platform.sql;
