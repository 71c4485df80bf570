package com.example.notes;

/**
 * A note; it crosses by value.
 *
 * @param text what it says
 * @param length how long that is
 */
public record Note(String text, int length) {}
