/**
 * The beans behind the portal's pages: what a page was asked, what it shows, what its buttons do. They hold view state
 * only; figures come from the reports of the features. Pages that only show things keep no state on the server, so
 * that ten open tabs cannot push each other out.
 */
package entrepot.web.page;
