import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { mails, organisations } from "@/db/schema";
import { answerQuestion } from "@/lib/handover/handovers/commands/answer-question";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { openHandover } from "@/lib/handover/handovers/commands/open-handover";
import { tellWaiting } from "@/lib/handover/handovers/commands/tell-waiting";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { houseLaw } from "@/lib/law/jurisdictions/house-law";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { type PlantedHandover, plantHandover } from "@/tests/support/plant-handover";

let org: Org;
let worker: Person;
let officer: Person;
let made: PlantedHandover;
const noon = new Date("2026-11-24T10:00:00Z");
const after = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

beforeEach(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Thandi Example");
  officer = await org.person("liaison", "Lindiwe Example");
  // Handed over at noon of that day, whatever today is.
  const then: Org = { ...org, service: () => ({ ...org.service(), now: noon }) };
  made = await plantHandover({ org: then, worker: at(worker), officer: at(officer) });
});

const at = (person: Person, now = noon): Person => ({ ...person, ctx: { ...person.ctx, now } });
const tell = (now = noon) => tellWaiting({ ...org.service(), now } as Ctx, { handoverId: made.handoverId });
const sent = () =>
  withTransaction(org.service(), "read only", ({ db }) =>
    db.select().from(mails).where(eq(mails.memberId, officer.memberId)),
  );

describe("tellWaiting", () => {
  test("says that something waits and where to sign in: no name, number, country or kind of it", async () => {
    await tell();
    const [mail, ...more] = await sent();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "officer_notice", notBefore: noon });
    const [named] = await withTransaction(org.service(), "read only", ({ db }) => db.select().from(organisations));
    const text = `${mail?.subject} ${mail?.body}`;
    const countries = Object.values(houseLaw.playbooks).flatMap(({ home, there }) => [home.name, there.name]);
    for (const word of ["Thandi", "Lindiwe", "Example", named?.name ?? "", ...countries])
      expect(text).not.toContain(word);
    expect(text.replace(/https?:\/\/\S+/, "")).not.toMatch(/\d|client|case|packet|police|question|answer|dossier/i);
    expect(text).toMatch(/\/portal\b/);
  });

  test("writes once on a day, and looks again the next day", async () => {
    for (const hours of [0, 1, 2]) await tell(after(hours));
    expect(await sent()).toHaveLength(1);
    const later = await owner()`select 1 from pgboss.job
      where name = 'handover.tell' and data->>'handoverId' = ${made.handoverId}`;
    expect(later).toHaveLength(2);
    await tell(after(24));
    expect(await sent()).toHaveLength(2);
  });

  test("waits for the morning", async () => {
    await tell(new Date("2026-11-24T22:30:00Z"));
    expect((await sent())[0]?.notBefore.toISOString()).toBe("2026-11-25T05:00:00.000Z");
  });

  test("writes nothing about what was opened, and writes again when an answer came after that", async () => {
    await openHandover(at(officer, after(1)).ctx, { handoverId: made.handoverId });
    await tell(after(2));
    expect(await sent()).toEqual([]);
    const asked = { handoverId: made.handoverId, reason: "insufficient_facts", words: "When was it?" };
    const { id: questionId } = await askAboutPacket(at(officer, after(2)).ctx, asked);
    await answerQuestion(at(worker, after(3)).ctx, { questionId, answer: "In the evening." });
    await tell(after(4));
    expect(await sent()).toHaveLength(1);
  });
});
