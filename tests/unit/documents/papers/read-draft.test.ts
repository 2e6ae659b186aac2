import { expect, test } from "vitest";
import { readDraft } from "@/lib/documents/papers/input";
import { tickOf } from "@/lib/documents/papers/types";

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

test("of the exhibits that were offered, those that are ticked go with the paper; none offered means all", () => {
  const ticked = { [tickOf("E-02")]: "on", [tickOf("E-10")]: "on" };
  const all = { template: "za-sworn-statement", signer: "client" };
  expect(readDraft(formOf({ ...all, offered: "yes", ...ticked }))).toEqual({ ...all, exhibits: ["E-02", "E-10"] });
  expect(readDraft(formOf({ ...all, offered: "yes" }))).toEqual({ ...all, exhibits: [] });
  expect(readDraft(formOf(all))).toEqual(all);
});
