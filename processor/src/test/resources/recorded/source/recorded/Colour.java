package recorded;

public enum Colour {
  RED,
  GREEN
}
