package dev.remora.it.records;

import dev.remora.annotation.RemoteModule;
import java.util.List;

/** Gives records back. */
@RemoteModule(name = "records")
public class RecordEcho {

  public Kinds kinds(Kinds kinds) {
    return kinds;
  }

  public List<Tree> trees(List<Tree> trees) {
    return trees;
  }

  public Plain plain(Plain plain) {
    return plain;
  }

  public Checked checked(Checked checked) {
    return checked;
  }
}
