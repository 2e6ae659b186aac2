import { describe, expect, test } from "vitest";
import { withFieldNames } from "@/lib/packets/packets/preflight/labels";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import { reasonText } from "@/lib/packets/packets/sections/preflight-result";
import { hintFinder, hintLines } from "@/lib/packets/packets/snapshot/hints";
import { goldenSnapshot } from "@/tests/support/golden-snapshot";

const address = { kind: "address" as const, value: "14 Kiewiet Street, Nergensdorp, Eastern Cape, 0000, South Africa" };
const find = hintFinder([address]);

describe("what tells of the client", () => {
  test.each([
    ["Magistrate’s Court, Nergensdorp", ["town"]],
    ["NERGENSDORP CAS 212/10/2026", ["town"]],
    ["The Nergensdorpers won", []],
    ["Court of the Eastern Cape, South Africa", []],
    ["It frightens her", ["sex"]],
    ["The client says that he was at home", ["sex"]],
    ["Sent to his ex-girlfriend", ["sex"]],
    ["Hy dreig haar elke dag", ["sex"]],
    ["The man wrote that he would come", []],
    ["The client was told to answer. Then he wrote again.", []],
  ])("in “%s” is %j", (text, found) => {
    expect(find(text)).toEqual(found);
  });

  test("is named by its place, also where a machine read it in a picture", () => {
    const golden = goldenSnapshot("mla_dossier", "ZA-US");
    const [exhibit, ...rest] = golden.exhibits;
    const [number, ...numbers] = golden.references;
    if (!exhibit || !number) throw new Error("The golden packet has an exhibit and a number.");
    const picture = { page: 2, sha256: "0".repeat(64), look: null, tells: ["sex" as const] };
    const snapshot = {
      ...golden,
      references: [{ ...number, station: "Nergensdorp" }, ...numbers],
      exhibits: [{ ...exhibit, pictures: [picture] }, ...rest],
    };
    const lines = hintLines(snapshot, [address]);
    expect(lines).toEqual([
      expect.stringMatching(/^R-1.*: names the town of the client$/),
      `${exhibit.code}, page 2, as a machine reads it: has a word that tells the client’s sex`,
    ]);
    const line = runPreflight(snapshot, [address]).find(({ reason }) => reason.includes("names the town"));
    expect(line).toMatchObject({ result: "fail", field: "client.protected" });
    const issued = { ...snapshot, references: [{ ...number, issuer: "Court of Nergensdorp", label: "Nergensdorp" }] };
    expect(hintLines(issued, [address]).filter((place) => place.startsWith("R-1"))).toEqual([
      "R-1, a text in: References: names the town of the client",
      "R-1, the office that gave the number: names the town of the client",
    ]);
    expect(withFieldNames("R-5, the field references.4.issuer: names the town. The field refusal.office: too.")).toBe(
      "R-5, the office that gave the number: names the town. The office of the refusal: too.",
    );
    expect(line && reasonText({ ...line, override: null })).toBe(
      "A named person looked at each place; the places are kept with the case.",
    );
  });
});
