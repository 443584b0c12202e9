/** Tests that leave thousands of postings behind. Each later look at the whole book takes longer for it, so the name puts them last. */
package entrepot.system.volume;
