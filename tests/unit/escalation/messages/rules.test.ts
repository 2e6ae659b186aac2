import { expect, test } from "vitest";
import { mostNumbers, officerStep, pastedForm, piecesOf, readPasted } from "@/lib/escalation/messages/rules";
import { houseLaw, newestPlaybooks } from "@/lib/law/jurisdictions/rules";

const today = "2026-11-24";
const sms =
  "SAPS: your case is registered at PROTEA HEIGHTS. CAS 388/11/2026. Investigating officer CONST V NAIDOO 021 000 0193. Entry OB 1204/11/2026.";

test("a message is cut at what was found, and nothing of it is lost", () => {
  const pieces = piecesOf(readPasted(sms, today, houseLaw));
  expect(pieces.map((piece) => piece.text).join("")).toBe(sms);
  expect(pieces.filter((piece) => piece.mark !== "none")).toEqual([
    { text: "CAS 388/11/2026", mark: "number" },
    { text: "CONST V NAIDOO 021 000 0193", mark: "contact" },
    { text: "OB 1204/11/2026", mark: "not" },
  ]);
});

test("a message without a number is one piece, and a page of numbers is cut with a word", () => {
  expect(piecesOf(readPasted("Nothing here.", today, houseLaw))).toEqual([{ text: "Nothing here.", mark: "none" }]);
  const page = Array.from({ length: 50 }, (_, i) => `Langa CAS ${1000 + i * 7}/4/2026.`).join("\n");
  const read = readPasted(page, today, houseLaw);
  expect(read).toMatchObject({ cut: true });
  expect(read.numbers).toHaveLength(mostNumbers);
});

test("every playbook has a step at which an officer is met", () => {
  for (const playbook of newestPlaybooks()) expect(officerStep(playbook), playbook.pair).not.toBeNull();
});

test("the form gives what is ticked; a code that was typed goes before the case that was offered", () => {
  const form = {
    caseId: "case",
    caseCode: "",
    receivedVia: "sms",
    receivedOn: "",
    act: "save",
    "keep-0": "on",
    "kind-0": "cas",
    "raw-0": "CAS 1/1/2026",
    "station-0": "Langa",
    "sure-0": "on",
    "kind-1": "ob",
    "raw-1": "OB 2/1/2026",
    officer: "Const. V Naidoo",
    officerStep: "detective",
  };
  expect(pastedForm(form)).toMatchObject({
    caseId: "case",
    numbers: [{ no: 0, kind: "cas", raw: "CAS 1/1/2026", station: "Langa", sure: true }],
    officer: { text: "Const. V Naidoo", stepKey: "detective" },
  });
  expect(pastedForm({ ...form, caseCode: "CD-26-0001" })).not.toHaveProperty("caseId");
  expect(pastedForm({ ...form, officer: undefined })).toMatchObject({ officer: null });
});
