package com.example;

import dev.remora.annotation.RemoteInterfaces;
import dev.remora.annotation.UnsupportedMembers;

@RemoteInterfaces(value = Legacy.class, unsupported = UnsupportedMembers.THROW)
public interface Remotes {}
