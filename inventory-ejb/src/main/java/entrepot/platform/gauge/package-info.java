/** How fast this server posts, and how far what follows a posting is behind it: looked at every two seconds, kept for five minutes. */
package entrepot.platform.gauge;
