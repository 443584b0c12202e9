package entrepot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What keeps the two rings and the two engines apart, by name. */
final class ArchitectureRules {

    private static final String[] MAY_TOUCH_THE_CONTAINER = {"..server..", "entrepot.web..", "entrepot.platform.."};
    private static final String[] BOOKS = {"entrepot.kernel..", "..ledger..", "..valuation.."};

    static final Map<String, ArchRule> RULES = new LinkedHashMap<>();

    static {
        RULES.put("pure core", noClasses().that().resideOutsideOfPackages(MAY_TOUCH_THE_CONTAINER)
                .should().dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.hibernate..", "java.sql..", "javax.sql..", "org.jboss.."));
        RULES.put("core ignores server", noClasses().that().resideOutsideOfPackages(MAY_TOUCH_THE_CONTAINER)
                .should().dependOnClassesThat().resideInAPackage("..server.."));
        RULES.put("inventory ignores trading", noClasses().that().resideInAPackage("entrepot.inventory..")
                .should().dependOnClassesThat().resideInAPackage("entrepot.trading.."));
        RULES.put("no cycles", slices().matching("entrepot.(*).(*)..").should().beFreeOfCycles());
        RULES.put("no float in books", noFields().that().areDeclaredInClassesThat().resideInAnyPackage(BOOKS)
                .should().haveRawType(double.class).orShould().haveRawType(float.class).orShould().haveRawType(Double.class));
        RULES.put("clock is passed in", noClasses().that().resideOutsideOfPackages(MAY_TOUCH_THE_CONTAINER)
                .should().callMethod(Instant.class, "now")
                .orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(UUID.class, "randomUUID"));
        RULES.put("every EJB says who may call", classes().that().areAnnotatedWith("jakarta.ejb.Stateless")
                .should().beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                .orShould().beAnnotatedWith("jakarta.annotation.security.DenyAll"));
    }

    private ArchitectureRules() {}
}
