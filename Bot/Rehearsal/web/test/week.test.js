import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, visibleHours } from "../src/week.js";

const meeting = (start, end, state = "booked") => ({ start, end, state });

test("A taken time that a meeting explains is left out, and one that it does not is kept", () => {
  const booked = meeting("2026-12-03T15:30:00Z", "2026-12-03T16:30:00Z");
  const blocks = layOut([booked], [
    { start: "2026-12-03T15:30:00Z", end: "2026-12-03T16:30:00Z" },
    { start: "2026-12-03T09:00:00Z", end: "2026-12-03T10:00:00Z" },
  ]);
  assert.deepEqual(blocks, [
    { date: "2026-12-03", start: 540, end: 600 },
    { date: "2026-12-03", start: 930, end: 990, meeting: booked },
  ]);
});

test("A cancelled meeting explains nothing", () => {
  const time = { start: "2026-12-03T15:30:00Z", end: "2026-12-03T16:30:00Z" };
  assert.equal(layOut([{ ...time, state: "cancelled" }], [time]).length, 2);
});

test("A taken time over midnight becomes a block on each day", () => {
  const blocks = layOut([], [{ start: "2026-12-03T22:00:00Z", end: "2026-12-05T00:00:00Z" }]);
  assert.deepEqual(blocks, [
    { date: "2026-12-03", start: 1320, end: 1440 },
    { date: "2026-12-04", start: 0, end: 1440 },
  ]);
});

test("The hours grow where a meeting lies outside the school day", () => {
  assert.deepEqual(visibleHours([{ meetings: [], busy: [] }]), { first: 480, last: 1080 });
  assert.deepEqual(visibleHours([{ meetings: [meeting("2026-12-03T07:30:00Z", "2026-12-03T18:15:00Z")], busy: [] }]), { first: 420, last: 1140 });
});

test("A Monday morning in Melbourne stands on the Monday, though it is Sunday where the rehearsal is", () => {
  const [block] = layOut([meeting("2026-11-29T21:30:00Z", "2026-11-29T22:00:00Z")], [], "Australia/Melbourne");
  assert.deepEqual({ date: block.date, start: block.start, end: block.end }, { date: "2026-11-30", start: 510, end: 540 });
});
