/**
 * Who comes in by the web, and how: form log-in for pages, HTTP Basic and tokens for the API; nothing is open that is not
 * named in {@link Doors}. Requests that change something must come from our own pages or bring their own credentials.
 */
package entrepot.web.security;
