package entrepot.web.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses query parameters that a method does not know: a filter that is misspelt would otherwise be answered with everything. */
@Provider
public class KnownQuery implements DynamicFeature {

    @Override
    public void configure(ResourceInfo info, FeatureContext context) {
        if (info.getResourceMethod().isAnnotationPresent(OwnQuery.class)) {
            return;
        }
        context.register(new OnlyThese(names(info.getResourceMethod())));
    }

    /** Those that a method declares. */
    static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(KnownQuery::named)
                .map(named -> named.getAnnotation(QueryParam.class))
                .filter(query -> query != null)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<? extends AnnotatedElement> named(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
    }

    private record OnlyThese(Set<String> names) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            Fields fields = new Fields();
            for (String name : new TreeSet<>(request.getUriInfo().getQueryParameters().keySet())) {
                if (!names.contains(name)) {
                    fields.refuse("?" + name, "unknown-parameter", "no parameter '" + name + "' here; known are "
                            + (names.isEmpty() ? "none" : String.join(", ", names)));
                }
            }
            fields.check();
        }
    }
}
