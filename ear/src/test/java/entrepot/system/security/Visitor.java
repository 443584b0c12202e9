package entrepot.system.security;

import entrepot.launcher.Login;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.Product;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser would be to the server: a session cookie, and the token out of a page's form. */
final class Visitor {

    static final String COOKIE = "__Host-entrepot";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Api api;
    private String session;

    Visitor(Product product) {
        api = product.anonymous();
    }

    static Visitor loggedIn(Product product, String role) {
        Visitor visitor = new Visitor(product);
        visitor.logIn(product.account(role));
        return visitor;
    }

    Answer logIn(Login login) {
        Answer answer = form("login", Map.of("name", login.name(), "password", login.password()));
        if (answer.status() != 303) {
            throw new IllegalStateException(login + " was not let in: " + answer.status());
        }
        return answer;
    }

    String session() {
        return session;
    }

    void bring(String cookie) {
        session = cookie;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** As the forms of its pages have it. */
    String token() {
        Matcher token = TOKEN.matcher(get("today.xhtml").body());
        if (!token.find()) {
            throw new IllegalStateException("no token in the page");
        }
        return token.group(1);
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = api.request(path);
        return session == null ? request : request.header("Cookie", COOKIE + "=" + session);
    }

    HttpRequest.Builder request(Endpoint endpoint) {
        HttpRequest.Builder request = endpoint.request(api);
        return session == null ? request : request.header("Cookie", COOKIE + "=" + session);
    }

    Answer send(HttpRequest.Builder request) {
        Answer answer = api.send(request);
        answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .forEach(cookie -> session = cookie.substring(COOKIE.length() + 1, cookie.indexOf(';')));
        return answer;
    }
}
