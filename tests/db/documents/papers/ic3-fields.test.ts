import { beforeAll, expect, test } from "vitest";
import { linkExhibit } from "@/lib/casework/incidents/link-exhibit";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { amendSubject as writeSubject } from "@/lib/casework/subjects/commands/amend-subject";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { readDocument } from "@/lib/documents/papers/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { draft } from "@/tests/db/documents/papers/drafting";
import { mailOf } from "@/tests/fixtures/mails/write";
import { account, openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { firstReading, plantOldReading } from "@/tests/support/old-reading";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const amendSubject = seeing(writeSubject, "subjectId");

/** What the case holds of the sender stands in the fields of a sheet that somebody copies into a form. */
let org: Org;
let ctx: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  ctx = await org.as("caseworker");
});

const profile = "https://www.instagram.com/night.owl.example";

async function openWith(accounts: Record<string, unknown>[] = [{ ...account, url: profile }]) {
  const { id: caseId } = await openSample(ctx, { accounts });
  const [subject] = await listSubjects(ctx, caseId);
  return { caseId, subjectId: subject?.id ?? "" };
}

const known = (caseId: string, subjectId: string, kind: string, value: string, confidence = "probable") =>
  addIdentifier(ctx, { caseId, subjectId, kind, value, confidence });

/** A mail that came by way of these servers, the last one first. */
async function keepMail(caseId: string, ...hops: string[]) {
  const bytes = mailOf(
    hops.map((hop) => `Received: ${hop}`),
    ["I see you"],
  );
  const { exhibitId } = await addExhibit(ctx, caseId, bytes, { fileName: "mail.eml", method: "email_original" });
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

async function fieldsOf(caseId: string, template: string, heading: string, change: Record<string, unknown> = {}) {
  const id = await draft(ctx, caseId, { template, signer: "advocate", ...change });
  const { blocks } = (await readDocument(ctx, caseId, id)).body;
  const from = blocks.findIndex((block) => block.kind === "heading" && block.text === heading);
  const part = blocks.slice(from + 1);
  const end = part.findIndex((block) => block.kind === "heading");
  return part.slice(0, end).flatMap((block) => {
    if (block.kind === "field") return [[block.label, block.value]];
    return block.kind === "table" ? [[block.caption, block.rows[0]?.join(" | ") ?? ""]] : [];
  });
}

const other = "from desk (out.example [192.0.2.7]) by mx.example; Wed, 18 Nov 2026 09:00:00 +0200";
const seen = "from pc (cpe.example [76.183.22.9]) by relay.example; Tue, 17 Nov 2026 22:10:01 +0200";

test("B15: e-mail, phone and place come from the board, address and time from the mail that was an act", async () => {
  const { caseId, subjectId } = await openWith();
  const alleged = { allegedName: "Sam Watcher", allegedPlace: "Columbus, Ohio" };
  await amendSubject(ctx, { caseId, subjectId, ...alleged });
  await known(caseId, subjectId, "email", "watcher@stalker.example");
  await known(caseId, subjectId, "email", "second@stalker.example", "possible");
  await known(caseId, subjectId, "phone", "+1 614 555 0142");
  await known(caseId, subjectId, "address", "12 Sample Road, Columbus");
  await known(caseId, subjectId, "wallet", "0x52908400098527886E0F7030069857D2E4169EE7");
  const threat = await keepMail(caseId, seen);
  // A mail that no act and no identifier rests on may be anybody's: nothing of it is said of the subject.
  await keepMail(caseId, other);
  const [act] = await listIncidents(ctx, caseId);
  await linkExhibit(ctx, { caseId, incidentId: act?.id, exhibitId: threat });
  expect(Object.fromEntries(await fieldsOf(caseId, "us-ic3-sheet", "4. Subject"))).toMatchObject({
    Name: "Sam Watcher",
    Address: "Columbus, Ohio; 12 Sample Road, Columbus (probable)",
    Phone: "+1 614 555 0142 (probable)",
    "E-mail": "watcher@stalker.example (probable); second@stalker.example (possible)",
    "Website or profile": profile,
    "IP address, with UTC time": "76.183.22.9 at 2026-11-17 20:10:01 UTC, seen by relay.example (E-01)",
    "What else points to the subject, to copy":
      "Subject 1 | E-mail address | watcher@stalker.example | Probable | – | –",
  });
  expect(
    Object.fromEntries(await fieldsOf(caseId, "interpol-briefing-facts", "4. Identifiers", { signer: "officer" })),
  ).toMatchObject({
    "Telephone numbers": "+1 614 555 0142 (probable)",
    "E-mail addresses": "watcher@stalker.example (probable); second@stalker.example (possible)",
    "IP addresses, with UTC time": "76.183.22.9 at 2026-11-17 20:10:01 UTC, seen by relay.example (E-01)",
  });
});

test("of several subjects each field says whose it is, and what was sure stands without a word", async () => {
  const { caseId, subjectId } = await openWith();
  const { id: second } = await addSubject(ctx, { caseId, allegedName: "Another Person" });
  const exhibitId = await keepMail(caseId, seen);
  await addIdentifier(ctx, {
    caseId,
    subjectId,
    kind: "email",
    value: "watcher@stalker.example",
    confidence: "confirmed",
    exhibitId,
    linkReason: "It wrote the threat",
  });
  await known(caseId, second, "email", "another@stalker.example", "possible");
  expect(Object.fromEntries(await fieldsOf(caseId, "us-ic3-sheet", "4. Subject"))).toMatchObject({
    Name: "Subject 2: Another Person",
    "E-mail": "Subject 1: watcher@stalker.example; Subject 2: another@stalker.example (possible)",
    "Website or profile": `Subject 1: ${profile}`,
    // The identifier rests on this mail, though no act was linked to it.
    "IP address, with UTC time": "Subject 1: 76.183.22.9 at 2026-11-17 20:10:01 UTC, seen by relay.example (E-01)",
  });
  const [subjectOne] = await listSubjects(ctx, caseId);
  const [act] = await listIncidents(ctx, caseId);
  const shared = await keepMail(caseId, seen.replace("76.183.22.9", "76.183.22.10"));
  await addIdentifier(ctx, {
    caseId,
    subjectId: second,
    kind: "email",
    value: "both@stalker.example",
    confidence: "possible",
    exhibitId: shared,
  });
  await linkExhibit(ctx, { caseId, incidentId: act?.id, exhibitId: shared });
  expect([act?.accountId, subjectOne?.id]).toEqual([subjectOne?.accounts[0]?.id, subjectId]);
  expect(Object.fromEntries(await fieldsOf(caseId, "us-ic3-sheet", "4. Subject"))).toMatchObject({
    "IP address, with UTC time":
      "Subject 1: 76.183.22.9 at 2026-11-17 20:10:01 UTC, seen by relay.example (E-01); Not known of which subject: 76.183.22.10 at 2026-11-17 20:10:01 UTC, seen by relay.example (E-02)",
  });
});

test("what a later server saw is the machine of a provider, and no address of the subject's", async () => {
  const { caseId } = await openWith();
  const [act] = await listIncidents(ctx, caseId);
  const webmail = [
    "from mail-sor-f41.provider.example (mail-sor-f41.provider.example [209.85.220.41]) by mx.example; Tue, 17 Nov 2026 22:10:05 +0200",
    "by 2002:a05:6402:1::1 with SMTP id x; Tue, 17 Nov 2026 22:10:01 +0200",
  ];
  await linkExhibit(ctx, { caseId, incidentId: act?.id, exhibitId: await keepMail(caseId, ...webmail) });
  const field = async () =>
    Object.fromEntries(await fieldsOf(caseId, "us-ic3-sheet", "4. Subject"))["IP address, with UTC time"];
  expect(await field()).not.toContain("209.85");
  const written = [webmail[0] ?? "", seen];
  await linkExhibit(ctx, { caseId, incidentId: act?.id, exhibitId: await keepMail(caseId, ...written) });
  expect(await field()).toBe("76.183.22.9 at 2026-11-17 20:10:01 UTC, seen by relay.example (E-02)");
});

test("the mail that was the threat is read however many others came before it", async () => {
  const { caseId } = await openWith();
  for (let count = 0; count < 20; count += 1) {
    const earlier = { caseId, bytes: mailOf([`X-Count: ${count}`], ["hello"]), read: firstReading(["hello"]) };
    await plantOldReading(ctx, org.service(), earlier);
  }
  const [act] = await listIncidents(ctx, caseId);
  await linkExhibit(ctx, { caseId, incidentId: act?.id, exhibitId: await keepMail(caseId, seen) });
  const fields = Object.fromEntries(await fieldsOf(caseId, "us-ic3-sheet", "4. Subject"));
  expect(fields["IP address, with UTC time"]).toContain("76.183.22.9");
});
