package entrepot.system.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a guide tells its reader to type, and the answer it prints below.
 *
 * @param line   of the guide, where the example begins
 * @param answer JSON with comments, or lines that the answer must have
 */
record Example(int line, String typed, int status, boolean json, String answer) {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("\\A(?:// )?(\\d{3})[^\\n]*\\n");

    /** Every block of shell but those that only define something, each with the block that follows it. */
    static List<Example> in(Path guide) throws IOException {
        String text = Files.readString(guide);
        List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
        List<Example> found = new ArrayList<>();
        for (int place = 0; place < blocks.size(); place++) {
            if (blocks.get(place).group(1).equals("sh") && !blocks.get(place).group(2).contains("() {")) {
                found.add(of(text, blocks, place));
            }
        }
        return found;
    }

    private static Example of(String text, List<MatchResult> blocks, int place) {
        MatchResult typed = blocks.get(place);
        int line = (int) text.substring(0, typed.start()).lines().count() + 1;
        if (place + 1 == blocks.size() || blocks.get(place + 1).group(1).equals("sh")) {
            throw new IllegalStateException("the example in line " + line + " has no answer");
        }
        MatchResult answer = blocks.get(place + 1);
        MatchResult status = STATUS.matcher(answer.group(2)).results().findFirst()
                .orElseThrow(() -> new IllegalStateException("the answer to line " + line + " begins with no status"));
        return new Example(line, typed.group(2), Integer.parseInt(status.group(1)), answer.group(1).equals("jsonc"),
                answer.group(2).substring(status.end()));
    }
}
