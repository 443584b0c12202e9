package entrepot.bench.matching;

/** What a book did. @param money price times size of all trades */
record Counted(long trades, long money, int asks, int bids) {}
