import { beforeAll, describe, expect, test } from "vitest";
import { recordConsent } from "@/lib/casework/consents/record-consent";
import { withdrawConsent } from "@/lib/casework/consents/withdraw-consent";
import { answerReferral } from "@/lib/casework/referrals/answer-referral";
import { endReferral } from "@/lib/casework/referrals/end-referral";
import { recordLetterIn } from "@/lib/escalation/letters/record-letter-in";
import { recordLetterOut } from "@/lib/escalation/letters/record-letter-out";
import { answerTakedown } from "@/lib/escalation/takedowns/commands/answer-takedown";
import { recordLooks } from "@/lib/escalation/takedowns/commands/record-looks";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { exportTimeline } from "@/lib/oversight/timeline/export-timeline";
import { readTimeline } from "@/lib/oversight/timeline/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantTakedown } from "@/tests/support/plant-takedown";
import { makeReferral } from "@/tests/support/referrals";

let org: Org;
let worker: Person;
let caseId: string;

/** The same person so many days ago. */
const daysAgo = (days: number): Person => ({
  ...worker,
  ctx: { ...worker.ctx, now: new Date(worker.ctx.now.getTime() - days * 86_400_000) },
});

/** One of each, one a day. */
beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  const at = (days: number) => daysAgo(days).ctx;
  const dayOf = (days: number) => homeToday(at(days));
  caseId = await plantCase(at(20));
  const agreed = { caseId, ground: "consent", way: "read_back", words: "Read to her in isiZulu." };
  const { id: consentId } = await recordConsent(at(12), agreed);
  const takedownId = await plantTakedown(at(12), caseId);
  const ticks = { tipOffSeen: "on", removalSeen: "on" };
  await reportTakedown(at(11), { takedownId, route: "form", on: dayOf(11), ...ticks });
  await answerTakedown(at(10), { takedownId, answer: "refused", on: dayOf(10), note: "It breaks no rule, they say." });
  await answerTakedown(at(9), { takedownId, answer: "appealed", on: dayOf(9) });
  await recordLooks(at(8), { caseId, takedownIds: [takedownId], seen: "gone", on: dayOf(8), seenBy: "us" });
  const letter = { caseId, channel: "registered_post", summary: "About the docket." };
  await recordLetterIn(at(7), { ...letter, from: "The Regulator", receivedOn: dayOf(7) });
  await recordLetterOut(at(6), { ...letter, to: "The Regulator", sentOn: dayOf(6) });
  const { id: referralId } = await makeReferral(daysAgo(5), caseId);
  const yes = { referralId, answer: "accepted", answeredOn: dayOf(3), words: "A bed is free." };
  await answerReferral(at(3), yes);
  await endReferral(at(2), { referralId, endedOn: dayOf(2), outcome: "She stayed two weeks." });
  await withdrawConsent(at(1), { caseId, consentId, reason: "She wants to think." });
});

const titles = async (filter = {}) =>
  (await readTimeline(worker.ctx, caseId, { filter, page: 1 })).rows.map(({ title }) => title);

const service = "Shelter at the river (invented)";

describe("letters, take-downs, consent and referrals", () => {
  test("stand on the timeline in the order in which they happened", async () => {
    expect(await titles()).toEqual([
      "Consent withdrawn",
      `Referral 1 to ${service}: ended`,
      `Referral 1: accepted by ${service}`,
      `Referral 1 to ${service}`,
      "OUT-1: sent (Registered post)",
      "IN-1: received (Registered post)",
      "TD-1, Instagram. Seen: gone",
      "TD-1, Instagram. Appeal sent",
      "TD-1, Instagram. The platform refused",
      "TD-1, Instagram. Reported (Web form)",
      "The client agreed",
      "Case opened",
    ]);
  });

  test("are chosen by kind, platform, person and words", async () => {
    expect(await titles({ what: "letters" })).toHaveLength(2);
    expect(await titles({ what: "letter_in" })).toEqual(["IN-1: received (Registered post)"]);
    expect(await titles({ what: "takedowns" })).toEqual(await titles({ platform: "instagram" }));
    expect(await titles({ what: "referrals" })).toEqual(await titles({ person: "with:agency" }));
    expect(await titles({ what: "consents" })).toEqual(await titles({ person: "with:client" }));
    expect(await titles({ words: "two weeks" })).toEqual([`Referral 1 to ${service}: ended`]);
  });

  test("go into the file with the same words", async () => {
    const { bytes } = await exportTimeline(worker.ctx, { caseId, format: "csv", filter: { what: "letters" } });
    expect(Buffer.from(bytes).toString("utf8")).toMatch(/"Letter in",.*"From: The Regulator\r?\nAbout the docket\."/);
  });

  test("are not found by a colleague who is not on the case, nor by another organisation", async () => {
    const asked = { filter: {}, page: 1 };
    for (const other of [await org.as("caseworker"), await (await makeOrg()).as("supervisor")])
      await expect(readTimeline(other, caseId, asked)).rejects.toMatchObject({ code: "not_found" });
  });
});
