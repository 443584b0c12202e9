package entrepot.system.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBAccessException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** The list of beans is read from the deployment, so a new one without roles fails here. */
@Inside
class EveryBeanTest {

    /** Called by a desk that has checked the role, or by a timer or queue; each says so with PermitAll on the method. */
    private static final Set<String> INNER =
            Set.of("LedgerTransaction", "PoolRegister", "RebuildTransaction", "JobWorker", "GuardSweep");

    @Deployment
    static EnterpriseArchive archive() {
        return Inside.Archive.with(EveryBeanTest.class);
    }

    @Test
    void refusesWhoHasNoRole() throws Exception {
        List<String> open = new ArrayList<>();
        int refused = 0;
        for (String module : new String[] {"inventory-ejb", "trading-ejb"}) {
            for (String name : beans(module)) {
                Object bean = InitialContext.doLookup("java:app/" + module + "/" + name);
                for (Method method : methods(bean.getClass().getSuperclass())) {
                    if (refuses(bean, method)) {
                        refused++;
                    } else {
                        open.add(name + "." + method.getName());
                    }
                }
            }
        }
        assertEquals(List.of(), open);
        assertTrue(refused > 50, "only " + refused + " methods were tried");
    }

    private static List<String> beans(String module) throws NamingException {
        return Collections.list(new InitialContext().list("java:app/" + module)).stream()
                .map(NameClassPair::getName)
                .filter(name -> !name.contains("!") && !name.equals("ModuleName") && !INNER.contains(name))
                .distinct()
                .toList();
    }

    private static List<Method> methods(Class<?> bean) {
        return List.of(bean.getDeclaredMethods()).stream()
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !method.isAnnotationPresent(PermitAll.class))
                .toList();
    }

    private static boolean refuses(Object bean, Method method) throws IllegalAccessException {
        try {
            method.invoke(bean, nothings(method));
            return false;
        } catch (InvocationTargetException thrown) {
            return thrown.getCause() instanceof EJBAccessException;
        }
    }

    private static Object[] nothings(Method method) {
        return List.of(method.getParameterTypes()).stream().map(EveryBeanTest::nothing).toArray();
    }

    /** 0 or false of a primitive. */
    private static Object nothing(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
