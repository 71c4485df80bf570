/** A program of one module: it opens nothing, and exports the package whose dispatcher and values Remora looks up. */
module com.example.clock {
  requires transitive dev.remora;

  exports com.example.clock;
}
