import { expect, test } from "vitest";
import { sectionsNamed } from "@/lib/packets/packets/preflight/labels";
import { placeOf } from "@/lib/packets/packets/preflight/places";
import { leakLines } from "@/lib/packets/packets/snapshot/leaks";

const secrets = [{ kind: "name" as const, value: "Nomthandazo Khumalo" }];

test("a text without a name of its own says in which section it stands, and the section leads to its page", () => {
  const snapshot = { law: { rows: [], unheard: { words: "Told by Nomthandazo Khumalo" } } };
  const [line = ""] = leakLines(snapshot, secrets);
  expect(line).toBe("A text in: Charges: contains the client’s name");
  expect(sectionsNamed(line)).toEqual([{ name: "Charges", path: "/charges" }]);
  expect(placeOf({}, "request.other")).toBe("A text in: what was written for the packet");
});

test("a code in the message leads to the list in which it is", () => {
  expect(sectionsNamed("D-03, the text of the paper: contains the client’s name").map(({ path }) => path)).toEqual([
    "/documents",
  ]);
});
