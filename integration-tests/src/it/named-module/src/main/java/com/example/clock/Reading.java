package com.example.clock;

import java.time.ZoneId;

/**
 * What a clock shows.
 *
 * @param hour from 0 to 23
 * @param zone where
 */
public record Reading(int hour, ZoneId zone) {}
