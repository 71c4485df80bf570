package dev.remora.stub;

/**
 * Which object of which context a stub stands for; generated constructors pass it on and look at
 * nothing in it.
 *
 * @param module the module's name
 * @param id the object's id in its context
 * @param calls starts calls on the object, and tells contexts apart
 */
public record RemoteReference(String module, long id, RemoteCalls calls) {

  /** The object as error messages name it. */
  @Override
  public String toString() {
    return module + "#" + id;
  }
}
