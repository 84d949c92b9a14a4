import assert from "node:assert/strict";
import { test } from "node:test";
import { forInput, isElsewhere, local, longDay, placeOf, plusDays, schoolWeek, shortDay, span, time, timeOfDay } from "../src/words.js";

test("A time is read as people in the zone read it, on both sides of the clock change", () => {
  assert.deepEqual(local("2026-11-23T08:30:00Z"), { date: "2026-11-23", minutes: 8 * 60 + 30 });
  assert.deepEqual(local("2027-04-12T23:30:00Z"), { date: "2027-04-13", minutes: 30 });
});

test("Dates and times are written as the bot writes them", () => {
  assert.equal(longDay("2027-01-11T15:30:00Z"), "Monday 11 January 2027");
  assert.equal(shortDay("2026-09-03T10:00:00Z"), "Thu 3 Sep");
  assert.equal(time("2027-01-11T15:30:00Z"), "3.30pm");
  assert.equal(timeOfDay(0), "12am");
  assert.equal(timeOfDay(12 * 60), "12pm");
});

test("A span names am or pm once where both ends share it", () => {
  assert.equal(span("2026-12-03T15:30:00Z", "2026-12-03T16:30:00Z"), "3.30–4.30pm");
  assert.equal(span("2026-12-03T11:30:00Z", "2026-12-03T12:30:00Z"), "11.30am–12.30pm");
});

test("A datetime-local input gets local time to the minute", () => assert.equal(forInput("2026-11-21T19:05:59Z"), "2026-11-21T19:05"));

test("At a weekend the week to look at is the one to come", () => {
  assert.equal(schoolWeek("2026-11-20"), "2026-11-16");
  assert.equal(schoolWeek("2026-11-21"), "2026-11-23");
  assert.equal(schoolWeek("2026-11-22"), "2026-11-23");
  assert.equal(plusDays("2026-12-31", 1), "2027-01-01");
});

test("Whoever lives by other clocks reads their own", () => {
  const melbourne = "Australia/Melbourne";
  assert.equal(isElsewhere(melbourne), true);
  assert.equal(isElsewhere("Europe/London"), false);
  assert.equal(isElsewhere(undefined), false);
  assert.equal(placeOf("Australia/Broken_Hill"), "Broken Hill");
  assert.equal(`${longDay("2026-11-22T22:30:00Z", melbourne)}, ${time("2026-11-22T22:30:00Z", melbourne)}`, "Monday 23 November 2026, 9.30am");
  assert.equal(time("2026-11-22T22:30:00Z"), "10.30pm");
});
