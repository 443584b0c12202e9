/** Keeps screens in versions, asks them as jobs and each night, and keeps what came of them; rows are only added. */
package entrepot.trading.screen.server;
