package dev.remora.examples.renderer;

import dev.remora.AccessBlockedException;
import dev.remora.examples.api.OutsideRootException;
import dev.remora.examples.main.FileServiceStub;
import dev.remora.examples.main.SecretsStub;
import dev.remora.renderer.RemoteContext;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Asks for what it must not get; exceptions cross as themselves. */
final class Refusals {
  private static final String MISSING = "no-such-file.txt";
  private static final String OUTSIDE = "../../etc/passwd";

  private final RemoteContext remote;
  private final FileServiceStub files;
  private final Transcript transcript;

  Refusals(RemoteContext remote, FileServiceStub files, Transcript transcript) {
    this.remote = remote;
    this.files = files;
    this.transcript = transcript;
  }

  void areRefused() throws IOException {
    missingFile();
    fileOutside();
    secrets();
  }

  private void missingFile() throws IOException {
    String call = "files.readText(\"%s\")".formatted(MISSING);
    try {
      transcript.step(call, files.readText(MISSING), false);
    } catch (NoSuchFileException e) {
      transcript.step(call, e);
    }
  }

  private void fileOutside() throws IOException {
    String call = "files.readText(\"%s\")".formatted(OUTSIDE);
    try {
      transcript.step(call, files.readText(OUTSIDE), false);
    } catch (OutsideRootException e) {
      transcript.step(call, e);
    }
  }

  private void secrets() {
    try {
      transcript.step("SecretsStub.require(remote)", SecretsStub.require(remote), false);
    } catch (AccessBlockedException e) {
      transcript.step("SecretsStub.require(remote)", e);
    }
  }
}
