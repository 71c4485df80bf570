package recorded;

import java.math.BigDecimal;
import java.util.List;

public record Item(String name, BigDecimal price, Colour colour, List<String> tags, byte[] image) {}
