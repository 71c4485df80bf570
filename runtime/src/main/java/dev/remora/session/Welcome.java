package dev.remora.session;

/**
 * How the main process accepts a renderer.
 *
 * @param encoding the name of the encoding of all frames from here on
 * @param contextId the id of the connection's first context
 * @param pid the main process's id, for reports
 * @param maxFrameBytes the largest frame that it accepts
 */
record Welcome(String encoding, String contextId, long pid, int maxFrameBytes) {}
