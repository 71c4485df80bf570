package dev.remora.main;

/**
 * Decides about a require before it happens.
 *
 * <p>Filters of the context are asked after those of the main process; the first that decides wins.
 * What a filter throws blocks the require and reaches the renderer as an error. Called by several
 * threads at once.
 */
@FunctionalInterface
public interface RequireFilter {

  /**
   * Decides.
   *
   * @param request who requires what
   * @return {@link RequireDecision#pass()}, {@link RequireDecision#block} or {@link
   *     RequireDecision#replaceWith}
   * @throws Exception to block, with the exception's text as the reason
   */
  RequireDecision onRequire(RequireRequest request) throws Exception;
}
