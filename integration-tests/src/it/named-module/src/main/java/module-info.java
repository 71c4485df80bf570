/** A program of one module: it opens nothing and exports what Remora has to see. */
module com.example.clock {
  requires dev.remora;

  exports com.example.clock;
}
