import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { charges } from "@/db/schema";
import { answerElements } from "@/lib/casework/charges/answer-elements";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { listCharges } from "@/lib/casework/charges/queries";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { NothingChanged } from "@/lib/platform/errors";
import { incident, openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let chargeId: string;
let before: string;
let after: string;

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  const incidents = [{ ...incident, when: "2021-11-30T12:00" }, incident];
  ({ id: caseId } = await openSample(ctx, { incidents }));
  [before, after] = (await listIncidents(ctx, caseId)).map((incident) => incident.id) as [string, string];
  ({ id: chargeId } = await nameCharge(ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" }));
});

const answer = (over: Record<string, unknown> = {}) => ({
  side: "home",
  key: "discloses",
  incidents: { [after]: "on" },
  ...over,
});
const send = (...answers: object[]) => ({ caseId, chargeId, answers });

describe("answerElements", () => {
  test("links facts to elements; other answers stay, and an empty one opens the gap again", async () => {
    const ctx = await org.as("caseworker");
    await answerElements(ctx, send(answer({ note: "The message of 13 October" })));
    await answerElements(ctx, send(answer({ side: "there", key: "threat", incidents: [after] })));
    const [charge] = await listCharges(ctx, caseId);
    const answered = charge?.elements
      .filter((element) => !element.gap)
      .map((element) => [element.side, element.key, element.incidents]);
    expect(answered).toEqual([
      ["home", "discloses", ["I-2"]],
      ["there", "threat", ["I-2"]],
    ]);
    expect(await org.auditOf(chargeId)).toContain("charge.elements_answered");
    await answerElements(ctx, send(answer({ side: "there", key: "threat", incidents: {} })));
    expect((await listCharges(ctx, caseId))[0]?.gaps).toBe((charge?.gaps ?? 0) + 1);
  });

  test("an exhibit alone carries an element, and both are kept beside each other", async () => {
    const ctx = await org.as("caseworker");
    const { exhibitId } = await addExhibit(ctx, caseId, seededBytes(64, 3));
    await answerElements(ctx, send(answer({ key: "perceived", incidents: {}, exhibits: { [exhibitId]: "on" } })));
    const [charge] = await listCharges(ctx, caseId);
    const third = charge?.elements.find((element) => element.side === "home" && element.element === 2);
    expect(third).toMatchObject({ gap: false, incidents: [], exhibits: ["E-01"], exhibitIds: [exhibitId] });
    const same = answerElements(ctx, send(answer({ key: "perceived", incidents: {}, exhibits: [exhibitId] })));
    await expect(same).rejects.toBeInstanceOf(NothingChanged);
  });

  test("what no record can tell waits for a person, who says why it is met or links what shows it", async () => {
    const ctx = await org.as("caseworker");
    const line = async () =>
      (await listCharges(ctx, caseId))[0]?.pairing?.lines.find((pairingLine) => pairingLine.state === "gap");
    const before = (await listCharges(ctx, caseId))[0];
    const asked = before?.pairing?.lines.find((line) => line.state === "ask");
    expect(asked).toBeDefined();
    const judged = { side: "pair", key: asked?.key, incidents: { [after]: "on" }, note: "It names the street" };
    await answerElements(ctx, send(judged));
    const [now] = await listCharges(ctx, caseId);
    expect(now?.pairing?.lines.find((line) => line.need === asked?.need)).toMatchObject({
      state: "judged",
      words: "It names the street",
      by: ["I-2"],
      answer: { incidentIds: [after], note: "It names the street" },
    });
    expect(now?.gaps).toBe((before?.gaps ?? 0) - 1);
    const computed = await line();
    for (const key of ["whatever comes to mind", computed?.key, null]) {
      const attempt = answerElements(ctx, send({ ...judged, key }));
      await expect(attempt, String(key)).rejects.toMatchObject({ code: "invalid" });
    }
    await answerElements(ctx, send({ side: "pair", key: asked?.key }));
    expect((await listCharges(ctx, caseId))[0]?.gaps).toBe(before?.gaps);
  });

  test("what may bear on an element is offered until it is linked, or somebody says why it is not relied on", async () => {
    const ctx = await org.as("caseworker");
    const intent = async () =>
      (await listCharges(ctx, caseId))[0]?.elements.find(({ side, key }) => side === "there" && key === "sends");
    // The act from before the law is not offered at home; there the law has no such day.
    expect((await intent())?.offered.map(({ code }) => code)).toEqual(["I-1", "I-2"]);
    const declined = { [before]: "It is older than the others.", [after]: "" };
    await answerElements(ctx, send(answer({ side: "there", key: "sends", incidents: [after], declined })));
    expect(await intent()).toMatchObject({
      incidents: ["I-2"],
      offered: [],
      declined: [{ id: before, code: "I-1", why: "It is older than the others." }],
    });
    await answerElements(ctx, send(answer({ side: "there", key: "sends", incidents: [before], declined })));
    expect(await intent()).toMatchObject({ incidents: ["I-1"], declined: [], offered: [{ code: "I-2" }] });
  });

  test("an answer that an older release kept by place and by words is read, changed and kept by key", async () => {
    const ctx = await org.as("caseworker");
    const { id } = await openSample(ctx);
    const named = await nameCharge(ctx, { caseId: id, homeOffence: "za-intim", thereOffence: "us-875c" });
    const [act] = await listIncidents(ctx, id);
    const old = { incidentIds: [act?.id ?? ""], note: "" };
    await withTransaction(org.service(), "read write", async ({ db }) => {
      await db
        .update(charges)
        .set({
          elements: [
            { side: "home", element: 1, ...old },
            { side: "pair", element: 0, need: "A threat of injury to the person", ...old, note: "It names the street" },
            { side: "pair", element: 0, need: "What no law asks any more", ...old },
          ],
        })
        .where(eq(charges.id, named.id));
    });
    const answered = async () =>
      (await listCharges(ctx, id))[0]?.elements
        .filter(({ gap }) => !gap)
        .map(({ side, key, note }) => [side, key, note]);
    const read = [
      ["home", "compel", null],
      ["there", "threat", "It names the street"],
    ];
    expect(await answered()).toEqual(read);
    const more = { side: "home", key: "violence", incidents: [act?.id] };
    await answerElements(ctx, { caseId: id, chargeId: named.id, answers: [more] });
    expect(await answered()).toEqual([["home", "violence", null], ...read]);
    // What speaks of nothing today is not lost.
    const [row] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select().from(charges).where(eq(charges.id, named.id)),
    );
    expect(row?.elements.map(({ key, need }) => key ?? need)).toEqual([
      "What no law asks any more",
      "compel",
      "violence",
      "threat",
    ]);
  });

  test("names the field: an act from before the law, an incident of another case, an element that is not there", async () => {
    const second = await openSample(await org.as("caseworker"));
    const [foreign] = await listIncidents(await org.as("caseworker"), second.id);
    const away = await addExhibit(await org.as("caseworker"), second.id, seededBytes(64, 4));
    const bad: [string, Record<string, unknown>][] = [
      ["answers.0.incidents", { incidents: { [before]: "on" } }],
      ["answers.0.incidents", { incidents: { [foreign?.id ?? ""]: "on" } }],
      ["answers.0.key", { key: "thirty-nine" }],
      ["answers.0.declined", { declined: { [foreign?.id ?? ""]: "It is of another case." } }],
      ["answers.0.exhibits", { exhibits: { [away.exhibitId]: "on" } }],
    ];
    for (const [field, over] of bad) {
      const attempt = answerElements(await org.as("caseworker"), send(answer(over)));
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("two who send the same answer at once send it once", async () => {
    const same = send(answer({ key: "threat", note: "The same" }));
    const both = await Promise.allSettled([
      answerElements(await org.as("caseworker"), same),
      answerElements(await org.as("supervisor"), same),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
