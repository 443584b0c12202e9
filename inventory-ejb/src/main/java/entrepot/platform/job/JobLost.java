package entrepot.platform.job;

/** Another node has taken the job over; this one must let go of it without a word in its row. */
final class JobLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobLost(long job) {
        super("job " + job + " is no longer this node's");
    }
}
