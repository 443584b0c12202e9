package entrepot.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** JSON schemas of the records that requests and answers are made of, read from the records themselves. */
final class Schemas {

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);
    private static final Map<Class<?>, String> FORMATS =
            Map.of(UUID.class, "uuid", Instant.class, "date-time", LocalDate.class, "date", BigDecimal.class, "decimal");

    private final Map<String, ObjectNode> named = new TreeMap<>();

    ObjectNode of(Type type) {
        return of(type, Map.of());
    }

    /** @param resource whose superclass may leave a type to it */
    ObjectNode of(Type type, Class<?> resource) {
        Map<String, Type> variables = new TreeMap<>();
        if (resource.getGenericSuperclass() instanceof ParameterizedType generic) {
            TypeVariable<?>[] left = resource.getSuperclass().getTypeParameters();
            for (int i = 0; i < left.length; i++) {
                variables.put(left[i].getName(), generic.getActualTypeArguments()[i]);
            }
        }
        return of(type, variables);
    }

    /** Every record met so far, by name. */
    ObjectNode components() {
        ObjectNode all = node();
        named.forEach(all::set);
        return all;
    }

    private ObjectNode of(Type type, Map<String, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            return of(variables.getOrDefault(variable.getName(), Object.class), variables);
        }
        if (type instanceof ParameterizedType generic) {
            return generic(generic, variables);
        }
        return type instanceof Class<?> plain ? plain(plain) : node();
    }

    private ObjectNode generic(ParameterizedType type, Map<String, Type> outer) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] given = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return node().put("type", "array").set("items", of(given[0], outer));
        }
        if (!raw.isRecord()) {
            return node().put("type", "object");
        }
        Map<String, Type> variables = new TreeMap<>();
        for (int i = 0; i < given.length; i++) {
            Type known = given[i] instanceof TypeVariable<?> left ? outer.get(left.getName()) : given[i];
            variables.put(raw.getTypeParameters()[i].getName(), known == null ? Object.class : known);
        }
        return object(raw, variables);
    }

    private ObjectNode plain(Class<?> type) {
        if (WHOLE.contains(type)) {
            return node().put("type", "integer");
        }
        if (TRUTH.contains(type)) {
            return node().put("type", "boolean");
        }
        if (type.isEnum()) {
            ObjectNode text = node().put("type", "string");
            Arrays.stream(type.getEnumConstants()).forEach(one -> text.withArray("enum").add(one.toString()));
            return text;
        }
        if (type.isRecord()) {
            return reference(type);
        }
        ObjectNode text = node().put("type", Map.class.isAssignableFrom(type) || type == Object.class ? "object" : "string");
        return FORMATS.containsKey(type) ? text.put("format", FORMATS.get(type)) : text;
    }

    private ObjectNode reference(Class<?> record) {
        String name = record.getEnclosingClass() == null
                ? record.getSimpleName()
                : record.getEnclosingClass().getSimpleName() + "." + record.getSimpleName();
        if (!named.containsKey(name)) {
            // First the name, so that a record that holds itself ends.
            named.put(name, node());
            named.put(name, object(record, Map.of()));
        }
        return node().put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode object(Class<?> record, Map<String, Type> variables) {
        ObjectNode object = node().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType(), variables));
        }
        return object;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
