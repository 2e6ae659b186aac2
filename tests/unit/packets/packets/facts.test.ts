import { describe, expect, test } from "vitest";
import { knowledgeShown } from "@/lib/casework/cases/labels";
import { contradictions } from "@/lib/packets/packets/facts/compare-facts";
import { computeFacts } from "@/lib/packets/packets/facts/compute-facts";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import { planPacket } from "@/lib/packets/packets/sections/assemble-packet";
import { matterOf } from "@/lib/packets/packets/snapshot/people";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { goldenSnapshot } from "@/tests/support/golden-snapshot";
import { sampleAnnex } from "@/tests/support/sample-annex";
import { sampleOfKind } from "@/tests/support/sample-kinds";
import { sampleSnapshot } from "@/tests/support/sample-snapshot";

const printed = (snapshot: PacketSnapshot): string => JSON.stringify(planPacket(snapshot, []).plan.blocks);
const lineOf = (snapshot: PacketSnapshot, id: string) => runPreflight(snapshot).find((line) => line.id === id);

describe("what the sender knew", () => {
  const told = (snapshot: PacketSnapshot): PacketSnapshot => ({
    ...snapshot,
    events: snapshot.events.map((entry) => ({ ...entry, knowledge: false })),
    incidents: snapshot.incidents.map((incident) =>
      incident.code === "I-3" ? { ...incident, knowledge: "told to stop" } : incident,
    ),
  });

  test("counts from an act as from an event, in the checklist and in every section", () => {
    const snapshot = told(goldenSnapshot("mla_dossier", "ZA-US"));
    expect(lineOf(snapshot, "M-10")).toMatchObject({ result: "pass" });
    const text = printed(snapshot);
    expect(text).not.toMatch(/No fact (is recorded that )?shows (that|what) the sender knew/);
    expect(text).toContain("Told to stop: ");
  });

  test("counts from a chat alone, by its exhibit, so that no section says that nothing shows it", () => {
    const golden = goldenSnapshot("mla_dossier", "ZA-US");
    const bare = { ...golden, events: [], incidents: golden.incidents.map((act) => ({ ...act, knowledge: null })) };
    const line = { incident: null, account: null, by: "client" as const, what: null, statement: null };
    const said = {
      ...line,
      kind: "told to stop",
      at: "2026-10-20T18:02:00Z",
      words: "Stop it.",
      exhibit: "E-01",
      message: 2,
    };
    const law = { rows: [], considered: [], unconsidered: [], knowledge: [said] };
    expect(computeFacts({ ...bare, law }).knowledge).toMatchObject([{ code: "E-01", at: said.at }]);
    expect(lineOf({ ...bare, law: null, facts: null }, "M-10")).toMatchObject({ result: "fail" });
    expect(lineOf({ ...bare, law, facts: null }, "M-10")).toMatchObject({ result: "pass" });
  });

  test("words that are set apart among the facts are no characters without a font", () => {
    const snapshot = told(goldenSnapshot("mla_dossier", "ZA-US"));
    const computed = { ...snapshot, facts: computeFacts({ ...snapshot, facts: null }) };
    expect(JSON.stringify(computed.facts)).toContain("\u2068");
    expect(lineOf(computed, "M-38")).toMatchObject({ result: "pass" });
  });

  test.each([
    [{ nature: "told_to_stop", isKnowledge: false, knowledge: null }, "Told to stop"],
    [{ nature: "blocked", isKnowledge: true, knowledge: null }, "Blocked by the client"],
    [{ nature: "threat_violence", isKnowledge: true, knowledge: "told_to_stop" }, "Told to stop"],
    [{ nature: "effect", isKnowledge: true, knowledge: null }, "Another fact"],
    [{ nature: "effect", isKnowledge: false, knowledge: null }, null],
  ])("follows from the kind of an event without a second choice: %o", (incident, message) => {
    expect(knowledgeShown(incident)).toBe(message);
  });

  test("is missing everywhere when nothing shows it", () => {
    const golden = goldenSnapshot("mla_dossier", "ZA-US");
    const silent = { ...golden, events: golden.events.map((entry) => ({ ...entry, knowledge: false })) };
    expect(lineOf(silent, "M-10")).toMatchObject({ result: "fail" });
    expect(printed({ ...silent, case: { ...silent.case, weak: [] } })).toContain("No fact shows that the sender knew");
  });
});

describe("what is kept", () => {
  const kept = [{ account: "A1", until: "2027-02-02", askedOn: "2026-11-02", runsFrom: "2026-11-04", reference: null }];
  const loose = (snapshot: PacketSnapshot): PacketSnapshot => ({
    ...snapshot,
    kept,
    case: { ...snapshot.case, urgent: [], weak: [] },
    request: { ...snapshot.request, urgency: [] },
    references: snapshot.references.map((reference) =>
      reference.type === "preservation" ? { ...reference, accounts: [] } : reference,
    ),
  });

  test("is said alike by the checklist, the urgency and the standards", () => {
    const snapshot = loose(sampleSnapshot());
    const reason = lineOf(snapshot, "M-22")?.reason ?? "";
    expect(reason).toContain("Not preserved: A2, A3, A4, A5.");
    expect(reason).toContain("Preserved, but the provider’s number is not recorded: A1.");
    const text = printed(snapshot);
    expect(text).toContain("A1 is preserved until 2 Feb 2027");
    expect(text).toContain("No preservation is recorded for A2 to A5");
  });

  test("runs from the day on which the provider accepted, and the briefing says which day is which", () => {
    const briefing = loose(sampleOfKind("preservation_briefing"));
    const { preservation } = briefing;
    const rows = preservation?.rows.map((row) =>
      row.account === "A1" ? { ...row, state: "kept" as const, sentOn: "2026-11-02", expiresOn: "2027-02-02" } : row,
    );
    const text = printed({ ...briefing, preservation: preservation && { ...preservation, rows: rows ?? [] } });
    expect(text).toContain("asked on 2 Nov 2026, kept from 4 Nov 2026");
  });

  test("the oldest act of whose account nothing is kept is the same in both kinds", () => {
    const days = (["mla_dossier", "preservation_briefing"] as const).map((kind) => {
      const snapshot = loose(sampleOfKind(kind));
      const { oldest } = computeFacts(snapshot);
      expect(oldest).toEqual({ code: "I-3", days: 90, turnsOn: "2026-12-05" });
      return /(I-\d+) turns 90 days old/.exec(printed(snapshot))?.[1];
    });
    expect(days).toEqual(["I-3", "I-3"]);
  });
});

describe("two places that state different values", () => {
  const sample = sampleSnapshot();

  test("there are none in the samples", () => {
    expect(contradictions(sample, null)).toEqual([]);
    expect(contradictions(sample, sampleAnnex())).toEqual([]);
  });

  test("are both named: the number of accounts", () => {
    const changed = { ...sample, case: { ...sample.case, matter: "Threats, and to show images, from two accounts" } };
    expect(contradictions(changed, null)).toEqual([
      "what the matter is (brief) says two accounts, the identity board has five accounts",
    ]);
  });

  test("name an image that the matter calls shared, and the acts only a threat to share", () => {
    const matter = "Threats and intimate images shared by an account abroad";
    const changed = { ...sample, case: { ...sample.case, matter } };
    expect(contradictions(changed, null)).toEqual([
      "what the matter is (brief) says that an image was shared, the acts record only a threat to share one",
    ]);
    const [first, ...rest] = changed.incidents;
    if (!first) throw new Error("the sample has acts");
    const shared = { ...changed, incidents: [{ ...first, tags: ["image_shared" as const] }, ...rest] };
    expect(contradictions(shared, null)).toEqual([]);
  });

  test("cannot come of the words with which a case was opened: accounts that came since are counted", () => {
    const opened = { matter: "Threats from two accounts abroad" };
    expect(matterOf({ case: opened, accounts: [1, 2, 3] })).toBe("Threats from three accounts abroad");
    expect(matterOf({ case: opened, accounts: [] })).toBe("Threats from two accounts abroad");
    const other = { matter: "Two accounts of the client were taken over" };
    expect(matterOf({ case: other, accounts: [1, 2, 3] })).toBe(other.matter);
  });

  test("are both named: until when an account is kept", () => {
    const references = sample.references.map((reference, i) =>
      i === 0
        ? {
            ...reference,
            type: "preservation" as const,
            state: "issued" as const,
            accounts: ["A1"],
            expiresOn: "2027-02-04",
          }
        : reference,
    );
    const reference = references[0]?.code ?? "";
    const kept = [{ account: "A1", until: "2027-02-02", askedOn: null, runsFrom: null, reference }];
    expect(contradictions({ ...sample, references, kept }, null)).toEqual([
      `A1 is preserved until 2 Feb 2027 by the record, and until 4 Feb 2027 by ${references[0]?.code}`,
    ]);
  });

  test("are both named: the client’s own ids, in the served part and in the annex", () => {
    const clientIds = { inAnnex: ["WhatsApp"], notRecorded: ["X"] };
    const changed = { ...sample, case: { ...sample.case, clientIds } };
    expect(contradictions(changed, sampleAnnex())).toHaveLength(1);
    const annex = sampleAnnex({ clientIds: [{ platform: "WhatsApp", id: "+27 00 000 0027" }] });
    expect(contradictions(changed, annex)).toEqual([]);
    expect(printed(changed)).toContain("The client’s own id on WhatsApp is in the sealed annex.");
    expect(printed(sample)).not.toContain("ids are in the sealed annex");
  });

  test("facts that were frozen with another record are found", () => {
    const frozen = { ...sample, facts: { ...computeFacts(sample), knowledge: [] } };
    expect(contradictions(frozen, null)).toEqual([
      "the facts of this version say otherwise than its record of what the sender knew",
    ]);
  });
});
