/** Which node does what only one may do at a time. */
package entrepot.platform.lease;
