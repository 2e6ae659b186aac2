import { expect, test } from "vitest";
import { movesOf } from "@/lib/escalation/refusals/rules";

const rungs = [
  { key: "shift", to: "Shift commander" },
  { key: "station", to: "Station commander" },
  { key: "cluster", to: "Cluster commander" },
  { key: "secretariat", to: "Secretariat" },
];
const line = (on: string, text: string) => ({ on, text });

test("each level that was left says when and why; one that was passed over says nothing", () => {
  const trail = [
    line("2026-11-01", "at Report at a station. First: Shift commander."),
    line("2026-11-02", "goes to: Station commander. The commander on duty gave no answer."),
    line("2026-11-20", "goes to: Secretariat. No answer in writing."),
  ];
  expect([...movesOf(trail, rungs)]).toEqual([
    ["shift", { on: "2026-11-02", why: "The commander on duty gave no answer." }],
    ["station", { on: "2026-11-20", why: "No answer in writing." }],
  ]);
});

test("a refusal that began higher left nothing below", () => {
  const trail = [
    line("2026-11-01", "at Report at a station. First: Station commander."),
    line("2026-11-09", "goes to: Cluster commander. No answer."),
  ];
  expect([...movesOf(trail, rungs).keys()]).toEqual(["station"]);
});
