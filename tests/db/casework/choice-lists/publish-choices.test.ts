import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { publishChoices } from "@/lib/casework/choice-lists/commands/publish-choices";
import { saveChoice } from "@/lib/casework/choice-lists/commands/save-choice";
import { readChoiceList } from "@/lib/casework/choice-lists/queries";
import { amendIncident } from "@/lib/casework/incidents/amend-incident";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { readChoices } from "@/lib/organisation/choices/queries";
import { incident, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

const act = { list: "act" } as const;

/** Drafts a change of the acts and lets it count. @returns the id of the choice */
async function publish(org: Org, change: Record<string, unknown>): Promise<string> {
  const admin = await org.as("admin");
  const { choice } = await saveChoice(admin, { ...act, ...change });
  const { draft } = await readChoiceList(admin, "act");
  await publishChoices(admin, { ...act, seen: draft?.seen ?? "" });
  return choice;
}

async function workplace(org: Org) {
  const admin = await org.as("admin");
  const worker = await org.as("caseworker");
  const { id: caseId } = await openSample(worker, { incidents: [] });
  const log = (nature: string) => logIncident(worker, { ...incident, caseId, kind: undefined, nature });
  const natures = async () => (await listIncidents(worker, caseId)).map(({ natureText }) => natureText);
  return { admin, worker, caseId, log, natures };
}

const refused = { code: "invalid", fields: { nature: expect.any(String) } };

test("a choice of their own counts once it is published, and records keep the words under which they were written", async () => {
  const org = await makeOrg();
  const { admin, worker, caseId, log, natures } = await workplace(org);
  const { choice } = await saveChoice(admin, {
    ...act,
    nearest: "doxxing",
    en: "School was told",
    af: "Skool is vertel",
  });
  expect(await readChoices(worker, ["act"])).toEqual({ act: [] });
  await expect(log(`doxxing:${choice}`)).rejects.toMatchObject(refused);
  const { draft } = await readChoiceList(admin, "act");
  expect(draft?.differences).toEqual(["“School was told” was added. It counts as “Personal details published”."]);
  await publishChoices(admin, { ...act, seen: draft?.seen });
  const first = await log(`doxxing:${choice}`);
  await publish(org, { choice, en: "Employer was told" });
  await log(`doxxing:${choice}`);
  await log("doxxing");
  expect((await natures()).toSorted()).toEqual(["Employer was told", "Personal details published", "School was told"]);
  const counted = await listIncidents(worker, caseId);
  expect(counted.map(({ nature }) => nature)).toEqual(["doxxing", "doxxing", "doxxing"]);
  const { changes } = await readChoiceList(admin, "act");
  expect(changes.map(({ differences }) => differences[0])).toEqual([
    "English: “School was told” became “Employer was told”.",
    "“School was told” was added. It counts as “Personal details published”.",
  ]);
  // What is hidden is refused by hand, and stays where it is.
  await publish(org, { choice, en: "Employer was told", isHidden: "on" });
  await expect(log(`doxxing:${choice}`)).rejects.toMatchObject(refused);
  const known = counted.find(({ id }) => id === first.id);
  const kept = { ...incident, kind: undefined, caseId, incidentId: first.id, version: 0 };
  await amendIncident(worker, { ...kept, nature: known?.natureValue ?? "", what: "Corrected since." });
  expect(await natures()).toContain("School was told");
});

test("a choice of ours can be hidden and worded, but not the one that takes what fits nothing else", async () => {
  const org = await makeOrg();
  const { admin, log, natures } = await workplace(org);
  await publish(org, { choice: "insult", en: "Hate", isHidden: "on" });
  await expect(log("insult")).rejects.toMatchObject(refused);
  await publish(org, { choice: "stalking", en: "Followed", af: "Agtervolg" });
  await log("stalking");
  expect(await natures()).toEqual(["Followed"]);
  const fallback = { ...act, choice: "other_act", isHidden: "on" };
  await expect(saveChoice(admin, fallback)).rejects.toMatchObject({ fields: { isHidden: expect.any(String) } });
});

test("a choice of another organisation, or one that counts as something else, is refused by us and by Postgres", async () => {
  const ours = await makeOrg();
  const theirs = await makeOrg();
  const { worker, caseId, log } = await workplace(ours);
  const foreign = await publish(theirs, { nearest: "doxxing", en: "Theirs" });
  await expect(log(`doxxing:${foreign}`)).rejects.toMatchObject(refused);
  const own = await publish(ours, { nearest: "doxxing", en: "Ours" });
  await expect(log(`insult:${own}`)).rejects.toMatchObject(refused);
  const { id } = await log("doxxing");
  const version = (await readChoices(await theirs.as("caseworker"), ["act"])).act?.[0]?.id;
  expect(version).toEqual(expect.any(String));
  const byHand = withTransaction(worker, "read write", ({ db }) =>
    db.execute(sql`update app.incidents set nature_version = ${version}::uuid
      where id = ${id}::uuid and case_id = ${caseId}::uuid`),
  );
  await expect(byHand).rejects.toMatchObject({ cause: { code: "23503" } });
});

test("only what was seen is published", async () => {
  const admin = await (await makeOrg()).as("admin");
  await saveChoice(admin, { ...act, choice: "insult", en: "Hate" });
  const { draft } = await readChoiceList(admin, "act");
  await saveChoice(admin, { ...act, choice: "insult", en: "Slurs" });
  await expect(publishChoices(admin, { ...act, seen: draft?.seen })).rejects.toHaveProperty("code", "conflict");
});
