/** Tests in Chromium, as a person would use the portal. */
package entrepot.system.browser;
