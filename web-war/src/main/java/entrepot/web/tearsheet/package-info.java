/** A tear sheet in words and drawings, the same for the screen and for paper. */
package entrepot.web.tearsheet;
