package com.example;

/** A file or directory. */
public record Entry(String name, long size) {}
