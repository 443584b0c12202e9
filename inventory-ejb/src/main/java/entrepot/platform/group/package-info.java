/** Work that comes at the same time and is cheaper together. */
package entrepot.platform.group;
