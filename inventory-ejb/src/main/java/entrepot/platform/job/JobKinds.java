package entrepot.platform.job;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All kinds of jobs of this server. */
@ApplicationScoped
public class JobKinds {

    @Inject
    @Any
    private Instance<JobKind> own;

    private final Map<String, JobKind> kinds = new ConcurrentHashMap<>();

    @PostConstruct
    void findOwn() {
        own.forEach(this::add);
    }

    /** For the kinds of a module that this one cannot see: called by a {@code @Startup} bean of theirs. */
    public void add(JobKind kind) {
        if (!kind.name().matches("[a-z0-9-]{1,48}")) {
            throw new IllegalArgumentException("job kind '" + kind.name() + "' must be 1 to 48 of a-z, 0-9 and '-'");
        }
        kinds.put(kind.name(), kind);
    }

    public Optional<JobKind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** By title. */
    public List<JobKind> all() {
        List<JobKind> all = new ArrayList<>(kinds.values());
        all.sort(Comparator.comparing(JobKind::title));
        return all;
    }
}
