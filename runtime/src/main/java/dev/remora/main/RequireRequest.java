package dev.remora.main;

/**
 * A require that is about to happen.
 *
 * @param context who requires
 * @param module the name that is required, whether or not a module of that name is exported
 */
public record RequireRequest(RendererContext context, String module) {}
