package dev.remora.it.values;

/** An enum whose constants have bodies and misleading texts. */
public enum Shape {
  /** Round. */
  CIRCLE {
    @Override
    public double area(double size) {
      return Math.PI * size * size;
    }
  },
  /** Not round. */
  SQUARE {
    @Override
    public double area(double size) {
      return size * size;
    }
  };

  /** What the body decides. */
  public abstract double area(double size);

  @Override
  public String toString() {
    return "a shape";
  }
}
