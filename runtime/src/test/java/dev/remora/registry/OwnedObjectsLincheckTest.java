package dev.remora.registry;

import dev.remora.LimitExceededException;
import dev.remora.fixture.Interleavings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * What an owner has given, under Lincheck: the objects registry of main and the callbacks registry
 * of renderers are this table.
 */
@Param(name = "object", gen = IntGen.class, conf = "0:2")
@Param(name = "id", gen = IntGen.class, conf = "1:3")
public final class OwnedObjectsLincheckTest {
  private static final String[] OBJECTS = {"a", "b", "c"};

  private final OwnedObjects<String> owned = new OwnedObjects<>(new AtomicLong(), 2, "limit");

  @Operation(params = "object")
  public String give(int object) {
    try {
      return String.valueOf(owned.give(OBJECTS[object], "type", null));
    } catch (LimitExceededException e) {
      return "full";
    } catch (IllegalStateException e) {
      return "ended";
    }
  }

  @Operation(params = "object")
  public String giveAsAnotherType(int object) {
    try {
      return String.valueOf(owned.give(OBJECTS[object], "another type", null));
    } catch (LimitExceededException e) {
      return "full";
    } catch (IllegalStateException e) {
      return "ended";
    }
  }

  @Operation(params = "id")
  public void release(int id) {
    OwnedObjects.Held<String> unused = owned.release(id, 1, "released");
  }

  @Operation(params = "id")
  public void releaseTwo(int id) {
    OwnedObjects.Held<String> unused = owned.release(id, 2, "released");
  }

  @Operation(params = "id")
  public String find(int id) {
    return String.valueOf(owned.find(id));
  }

  @Operation
  public int size() {
    return owned.size();
  }

  @Operation
  public void releaseAll() {
    owned.releaseAll(type -> false);
  }

  @Test
  void eachInterleavingIsRight() {
    Interleavings.areRightInStress(OwnedObjectsLincheckTest.class);
  }

  @Test
  void aTableWithoutALockIsFoundWrong() {
    Interleavings.areFoundWrong(Unlocked.class);
  }

  /** The control: the same counting, and nobody locks. */
  @Param(name = "id", gen = IntGen.class, conf = "1:2")
  public static final class Unlocked {
    private final Map<Integer, Integer> counts = new HashMap<>();

    @Operation(params = "id")
    public int give(int id) {
      int count = counts.getOrDefault(id, 0) + 1;
      counts.put(id, count);
      return count;
    }

    @Operation(params = "id")
    public void release(int id) {
      int count = counts.getOrDefault(id, 0) - 1;
      if (count <= 0) {
        counts.remove(id);
      } else {
        counts.put(id, count);
      }
    }

    @Operation(params = "id")
    public boolean isHeld(int id) {
      return counts.containsKey(id);
    }
  }
}
