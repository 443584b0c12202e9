package entrepot.platform.start;

import java.util.List;

/** The first steps of a feature, for every role that it knows. */
public interface FirstDay {

    /** @param actor whose deeds count where a step is about a person */
    List<FirstStep> steps(String actor);
}
