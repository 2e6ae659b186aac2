import { expect, test } from "vitest";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { isRecording, msOf, recordingOf, timeCode } from "@/lib/evidence/recordings/rules";

const look = (mime: string, change: Partial<ExhibitLook> = {}): ExhibitLook => ({
  kind: "other",
  mime,
  width: null,
  height: null,
  pages: null,
  problem: null,
  ...change,
});

test.each([
  ["audio/ogg; codecs=opus", "sound", "audio/ogg"],
  ["audio/x-m4a", "sound", "audio/mp4"],
  ["video/quicktime", "film", "video/mp4"],
  ["video/webm", "film", "video/webm"],
])("%s is played as %s, served as %s", (mime, as, type) => {
  expect(recordingOf(look(mime))).toEqual({ as, type });
});

test("what browsers do not play is a recording all the same, so it can be transcribed", () => {
  for (const mime of ["audio/amr", "video/3gpp", "audio/x-speex", "video/matroska"]) {
    expect([recordingOf(look(mime)), isRecording(look(mime))]).toEqual([null, true]);
  }
});

test("a recording that is cut short is played to its end, one that cannot be read is not", () => {
  expect(recordingOf(look("video/mp4", { problem: "truncated" }))).not.toBeNull();
  expect(recordingOf(look("video/mp4", { problem: "unreadable" }))).toBeNull();
});

test("nothing else is a recording, whatever it claims", () => {
  for (const other of [look("text/html"), look("audio/ogg", { kind: "text" }), look("application/audio/ogg")]) {
    expect([recordingOf(other), isRecording(other)]).toEqual([null, false]);
  }
  expect([recordingOf(null), isRecording(null)]).toEqual([null, false]);
});

test("time codes are read as they are written", () => {
  for (const ms of [0, 7_000, 59_000, 720_000, 3_723_000]) expect(msOf(timeCode(ms))).toBe(ms);
  expect(timeCode(1_999)).toBe("0:01");
  expect(["1:2", "1:60", "1:99:00", "-1:00", "12"].map(msOf)).toEqual([null, null, null, null, null]);
});
