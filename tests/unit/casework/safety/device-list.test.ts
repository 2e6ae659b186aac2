import { expect, test } from "vitest";
import { countStates, waitsForProof } from "@/lib/casework/safety/technology/rules";
import type { CheckedItem } from "@/lib/casework/safety/technology/types";
import { proofItem, technologyItems } from "@/lib/law/jurisdictions/common/technology-items";

const all = (states: Partial<Record<string, CheckedItem["state"]>>): CheckedItem[] =>
  technologyItems.map((item) => ({
    item,
    state: states[item.key] ?? "not_asked",
    note: null,
    checkedOn: null,
    by: "",
  }));

const waiting = (checks: CheckedItem[]) =>
  checks.flatMap(({ item }) => (waitsForProof(item, checks) ? [item.key] : []));

test("whatever may destroy proof comes after the proof, and waits until it is kept", () => {
  const keys = technologyItems.map(({ key }) => key);
  const destroying = technologyItems.filter(({ destroys }) => destroys).map(({ key }) => key);
  expect(Math.min(...destroying.map((key) => keys.indexOf(key)))).toBeGreaterThan(keys.indexOf(proofItem));
  expect(waiting(all({}))).toEqual(destroying);
  expect(waiting(all({ [proofItem]: "to_do" }))).toEqual(destroying);
  expect(waiting(all({ [proofItem]: "done" }))).toEqual([]);
});

test("counts what was found", () => {
  expect(countStates(all({ location: "to_do", home: "fine" }))).toEqual({
    not_asked: technologyItems.length - 2,
    fine: 1,
    to_do: 1,
    done: 0,
  });
});
