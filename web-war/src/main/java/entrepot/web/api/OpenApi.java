package entrepot.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Describes the API as it was deployed (OpenAPI 3.0), from its methods and records, with who may call what. */
public final class OpenApi {

    /** A variable of a path, with the pattern it may have: {@code {id: [0-9]{1,19}}}. */
    private static final String VARIABLE = "\\{\\s*(\\w+)\\s*(?::(?:[^{}]|\\{[^{}]*})*)?}";
    private static final String[] JSON = {MediaType.APPLICATION_JSON};

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    public static ObjectNode describe() {
        return new OpenApi().document(Endpoints.all());
    }

    private ObjectNode document(List<Endpoints.Endpoint> endpoints) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
        document.putObject("info").put("title", "Entrepot").put("version", "1")
                .put("description", "Decimals are strings. What is wrong is told all at once, as application/problem+json (RFC 9457).");
        ObjectNode paths = document.putObject("paths");
        endpoints.forEach(endpoint -> add(paths, endpoint));
        ObjectNode components = document.putObject("components");
        ObjectNode problem = schemas.of(ProblemJson.class);
        components.set("schemas", schemas.components());
        components.putObject("responses").putObject("problem").put("description", "What is wrong")
                .putObject("content").putObject(ProblemJson.TYPE.toString()).set("schema", problem);
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("basic").put("type", "http").put("scheme", "basic");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
        document.withArray("security").addObject().putArray("basic");
        document.withArray("security").addObject().putArray("bearer");
        return document;
    }

    /** Methods that differ by their Content-Type alone are one operation. */
    private void add(ObjectNode paths, Endpoints.Endpoint endpoint) {
        Method method = endpoint.method();
        ObjectNode operation = paths.withObjectProperty(endpoint.path().replaceAll(VARIABLE, "{$1}"))
                .withObjectProperty(endpoint.verb().toLowerCase(Locale.ROOT));
        if (operation.isEmpty()) {
            operation.put("operationId", endpoint.resource().getSimpleName() + "." + method.getName());
            operation.putArray("tags").add(endpoint.path().split("/")[3]);
            endpoint.roles().forEach(operation.putArray("x-roles")::add);
        }
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields()).forEach(field -> named(operation, field, field.getGenericType()));
            } else if (!named(operation, parameter, parameter.getParameterizedType()) && !parameter.isAnnotationPresent(Context.class)) {
                body(operation, parameter, endpoint);
            }
        }
        ObjectNode responses = operation.withObjectProperty("responses");
        answer(responses, endpoint);
        responses.putObject("default").put("$ref", "#/components/responses/problem");
    }

    private boolean named(ObjectNode operation, AnnotatedElement parameter, Type type) {
        if (parameter.isAnnotationPresent(PathParam.class)) {
            named(operation, "path", parameter.getAnnotation(PathParam.class).value(), type);
        } else if (parameter.isAnnotationPresent(QueryParam.class)) {
            named(operation, "query", parameter.getAnnotation(QueryParam.class).value(), type);
        } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
            named(operation, "header", parameter.getAnnotation(HeaderParam.class).value(), type);
        } else {
            return false;
        }
        return true;
    }

    private void named(ObjectNode operation, String in, String name, Type type) {
        var all = operation.withArray("parameters");
        for (var before : all) {
            if (before.path("name").asText().equals(name)) {
                return;
            }
        }
        all.addObject().put("name", name).put("in", in).put("required", in.equals("path")).set("schema", schemas.of(type));
    }

    private void body(ObjectNode operation, Parameter parameter, Endpoints.Endpoint endpoint) {
        ObjectNode content = operation.withObjectProperty("requestBody").withObjectProperty("content");
        for (String type : types(endpoint.method(), true)) {
            content.putObject(type).set("schema", schemas.of(parameter.getParameterizedType(), endpoint.resource()));
        }
    }

    private void answer(ObjectNode responses, Endpoints.Endpoint endpoint) {
        Method method = endpoint.method();
        boolean nothing = method.getReturnType() == void.class;
        ObjectNode answer = responses.withObjectProperty(nothing ? "204" : "200").put("description", nothing ? "Done" : "As asked");
        if (!nothing && method.getReturnType() != Response.class) {
            for (String type : types(method, false)) {
                answer.withObjectProperty("content").putObject(type).set("schema", schemas.of(method.getGenericReturnType(), endpoint.resource()));
            }
        }
    }

    private static String[] types(Method method, boolean consumed) {
        String[] own = types((AnnotatedElement) method, consumed);
        String[] all = own == null ? types(method.getDeclaringClass(), consumed) : own;
        return all == null ? JSON : Arrays.stream(all).map(type -> type.replaceFirst(";.*", "")).toArray(String[]::new);
    }

    private static String[] types(AnnotatedElement element, boolean consumed) {
        if (consumed) {
            return element.isAnnotationPresent(Consumes.class) ? element.getAnnotation(Consumes.class).value() : null;
        }
        return element.isAnnotationPresent(Produces.class) ? element.getAnnotation(Produces.class).value() : null;
    }
}
