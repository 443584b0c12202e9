package entrepot.web.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Every method of the API, as it was deployed, and the gate before it. One that does not say who may call it may be called
 * by nobody.
 */
@Provider
public class Endpoints implements DynamicFeature {

    private static final Map<String, Endpoint> FOUND = new ConcurrentSkipListMap<>();

    /** @param roles who may call it; nobody where empty */
    record Endpoint(String verb, String path, Set<String> roles, Class<?> resource, Method method) {
        String name() {
            return verb + " " + path;
        }
    }

    static List<Endpoint> all() {
        return List.copyOf(FOUND.values());
    }

    @Override
    public void configure(ResourceInfo info, FeatureContext context) {
        Method method = info.getResourceMethod();
        Set<String> roles = roles(info.getResourceClass(), method);
        context.register(new Only(roles));
        Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Endpoint(verb.value(), path(info.getResourceClass(), method), roles, info.getResourceClass(), method))
                .forEach(endpoint -> FOUND.put(endpoint.path() + " " + endpoint.verb() + " " + method.getName(), endpoint));
    }

    private static Set<String> roles(Class<?> resource, Method method) {
        if (method.isAnnotationPresent(DenyAll.class)) {
            return Set.of();
        }
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        MayWrite writers = resource.getAnnotation(MayWrite.class);
        RolesAllowed all = resource.getAnnotation(RolesAllowed.class);
        Set<String> roles = new TreeSet<>();
        if (own != null) {
            roles.addAll(List.of(own.value()));
        } else if (writers != null && !method.isAnnotationPresent(GET.class)) {
            roles.addAll(List.of(writers.value()));
            roles.addAll(method.isAnnotationPresent(POST.class) ? List.of(writers.create()) : List.of());
        } else if (all != null) {
            roles.addAll(List.of(all.value()));
        }
        return Collections.unmodifiableSet(roles);
    }

    private static String path(Class<?> resource, Method method) {
        Path sub = method.getAnnotation(Path.class);
        String joined = "/api/v1/" + resource.getAnnotation(Path.class).value() + (sub == null ? "" : "/" + sub.value());
        return joined.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    @Priority(Priorities.AUTHORIZATION)
    private record Only(Set<String> roles) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (roles.stream().noneMatch(request.getSecurityContext()::isUserInRole)) {
                throw new ForbiddenException(roles.isEmpty()
                        ? "this method does not say who may call it"
                        : "only for " + String.join(", ", roles));
            }
        }
    }
}
