package com.example;

/** That a file has changed. */
public record FileEvent(String path) {}
