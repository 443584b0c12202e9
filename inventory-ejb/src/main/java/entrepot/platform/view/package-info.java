/** What people keep of the portal for themselves. */
package entrepot.platform.view;
