package dev.remora.processor.model;

/** A method of a foreign interface that cannot cross, and why: a stub's method throws that. */
public record UnsupportedMember(ExecutableModel method, String reason) {}
