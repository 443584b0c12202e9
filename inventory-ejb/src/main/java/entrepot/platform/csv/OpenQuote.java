package entrepot.platform.csv;

/** Finds the quote that swallows the rest of a file: the reader would take it all for one long cell. */
final class OpenQuote {

    private OpenQuote() {}

    static void refuse(String text) {
        boolean quoted = false;
        boolean cellStarts = true;
        long line = 1;
        long opened = 0;
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            if (character == '"' && (quoted || cellStarts)) {
                quoted = !quoted;
                opened = line;
                cellStarts = !quoted;
            } else {
                cellStarts = character == ',' || character == '\n' || character == '\r';
            }
            line += character == '\n' ? 1 : 0;
        }
        if (quoted) {
            throw new CsvRefused("broken-csv", "the quote that opens on line " + opened + " never closes");
        }
    }
}
