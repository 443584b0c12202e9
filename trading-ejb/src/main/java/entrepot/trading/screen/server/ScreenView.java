package entrepot.trading.screen.server;

import entrepot.platform.job.Job;
import entrepot.trading.screen.SavedScreen;

/** A run with the version it asks, its job and, once that is through, its result. @param result null before */
public record ScreenView(ScreenRun run, SavedScreen saved, Job job, ScreenFigures result) {}
