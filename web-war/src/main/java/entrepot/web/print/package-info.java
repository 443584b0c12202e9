/** Documents on paper: PDF, A4, with fonts of their own, so that they look the same everywhere. */
package entrepot.web.print;
