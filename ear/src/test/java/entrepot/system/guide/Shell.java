package entrepot.system.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** As much of a shell as the guides use: words, both quotes, lines that go on, variables, and {@code $(uuid)}. */
final class Shell {

    private static final String UUID_CALL = "$(uuid)";

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "json", "Content-Type: application/json", "ndjson", "Content-Type: application/x-ndjson", "csv", "Content-Type: text/csv"));

    private String text;
    private int at;
    private StringBuilder word;
    private List<String> words;

    Map<String, String> variables() {
        return variables;
    }

    /** @return the words of the one command in {@code typed}; assignments before it are made */
    List<String> command(String typed) {
        text = typed;
        at = 0;
        words = new ArrayList<>();
        word = null;
        List<List<String>> commands = new ArrayList<>();
        while (at < text.length()) {
            char next = text.charAt(at++);
            switch (next) {
                case '\'' -> quoted();
                case '"' -> halfQuoted();
                case '\\' -> at++;
                case '$' -> begun().append(expanded());
                case ' ' -> endWord();
                case '\n' -> endCommand(commands);
                default -> begun().append(next);
            }
        }
        endCommand(commands);
        if (commands.size() != 1) {
            throw new IllegalStateException("an example is one command, here are " + commands.size() + ": " + typed);
        }
        return commands.get(0);
    }

    private void quoted() {
        int end = text.indexOf('\'', at);
        begun().append(text, at, end);
        at = end + 1;
    }

    private void halfQuoted() {
        begun();
        while (text.charAt(at) != '"') {
            char next = text.charAt(at++);
            word.append(next == '$' ? expanded() : String.valueOf(next));
        }
        at++;
    }

    private String expanded() {
        if (text.startsWith(UUID_CALL, at - 1)) {
            at += UUID_CALL.length() - 1;
            return UUID.randomUUID().toString();
        }
        int begin = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(begin, at);
        if (!variables.containsKey(name)) {
            throw new IllegalStateException("nothing has set $" + name + " before");
        }
        return variables.get(name);
    }

    private StringBuilder begun() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void endWord() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }

    private void endCommand(List<List<String>> commands) {
        endWord();
        if (words.size() == 1 && words.get(0).matches("[a-z]+=.*")) {
            String[] pair = words.get(0).split("=", 2);
            variables.put(pair[0], pair[1]);
        } else if (!words.isEmpty()) {
            commands.add(words);
        }
        words = new ArrayList<>();
    }
}
