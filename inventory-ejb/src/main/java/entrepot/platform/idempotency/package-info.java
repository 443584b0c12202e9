/** A key chosen by a client stands for one request for ever: the same request again gets the same answer. */
package entrepot.platform.idempotency;
