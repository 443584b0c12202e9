/** Parts of pages that are read again while somebody looks at them. */
package entrepot.web.live;
