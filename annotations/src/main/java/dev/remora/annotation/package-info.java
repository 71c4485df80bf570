/**
 * What users write on their classes; read by the annotation processor ({@code remora-processor}),
 * never by the runtime's hot path.
 */
package dev.remora.annotation;
