import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  accounts,
  caseMembers,
  cases,
  charges,
  clients,
  custodyEvents,
  exhibits,
  incidentExhibits,
  incidents,
  referenceKeys,
  references,
  releases,
  subjects,
  uploads,
} from "@/db/schema";
import { getDanger } from "@/lib/casework/danger/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { createVault, type Vault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { answerDanger } from "./danger";
import { webStreamOf } from "./files";
import type { Org, Person } from "./org";

/** Values that must never be read in a served packet. Everybody here is invented. */
export const secrets = {
  name: "Nomvula Voorbeeld",
  phone: "+27 00 000 0147",
  email: "nomvula@client.example",
  address: "14 Nergens Street, Voorbeeldfontein, 0000",
};

export type CaseToPrint = { caseId: string; code: string; incidentIds: string[]; exhibitIds: string[] };
export type CaseOptions = {
  /** Names of files in tests/fixtures/files, one exhibit each. */
  files?: string[];
  /** What the first incident says happened. */
  what?: string;
  /** What was written or said in the first incident. */
  words?: string;
  released?: boolean;
  /** False: words of a day or a place wait for somebody who says whether there is danger. */
  assessed?: boolean;
};

let made = 0;
const at = (day: string) => new Date(`2026-10-${day}T10:06:00Z`);

/** A case with everything that a packet speaks of, owned by `worker`. */
export async function makeCaseToPrint(org: Org, worker: Person, options: CaseOptions = {}): Promise<CaseToPrint> {
  made += 1;
  const number = made;
  const planted = await withTransaction(org.service(), "read write", async (ctx) => {
    const caseId = newId();
    const clientId = newId();
    const code = `CD-26-${String(number).padStart(4, "0")}`;
    const vault = await createVault(ctx, "case");
    await addClient(ctx, clientId, number, worker);
    await ctx.db.insert(cases).values({
      id: caseId,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      number,
      code,
      pseudonym: `Honeybush ${number}`,
      clientId,
      pair: "ZA-US",
      playbookVersion: 1,
      risk: "high",
      matter: "Threats of violence on X and Instagram",
      ownerId: worker.memberId,
      openedAt: at("01"),
      lastActivityAt: at("01"),
    });
    await ctx.db.insert(caseMembers).values({ orgId: ctx.orgId, caseId, memberId: worker.memberId, since: at("01") });
    const accountIds = await addSubject(ctx, caseId, vault);
    const incidentIds = await addIncidents(ctx, { caseId, vault, accountIds, worker, ...options });
    const files = options.files ?? ["photo.jpg", "letter.pdf"];
    const exhibitIds = await addExhibits(ctx, { caseId, vault, accountIds, worker, incidentIds, files });
    await addNumbers(ctx, caseId, worker, number);
    if (options.released ?? true) await addReleases(ctx, caseId, worker);
    await ctx.db.insert(charges).values({
      id: newId(),
      orgId: ctx.orgId,
      caseId,
      number: 1,
      homeOffence: "za-cca-15",
      thereOffence: "us-875c",
      elements: [{ side: "home", element: 0, incidentIds: incidentIds.slice(0, 1), note: "Sent as a direct message." }],
      namedBy: worker.memberId,
      namedAt: at("20"),
    });
    return { caseId, code, incidentIds, exhibitIds };
  });
  const isAsked = (await getDanger(worker.ctx, planted.caseId)).question.isOpen;
  if (isAsked && (options.assessed ?? true)) await answerDanger(worker.ctx, planted.caseId);
  return planted;
}

async function addClient(ctx: TxCtx, id: string, number: number, worker: Person): Promise<void> {
  const vault = await createVault(ctx, "client");
  const seal = (column: string, text: string) => vault.seal({ table: "clients", column, row: id }, text);
  await ctx.db.insert(clients).values({
    id,
    orgId: ctx.orgId,
    keyId: vault.keyId,
    number,
    code: `CL-${number}`,
    pseudonym: `Honeybush ${number}`,
    name: seal("name", secrets.name),
    phone: seal("phone", secrets.phone),
    email: seal("email", secrets.email),
    address: seal("address", secrets.address),
    safeContact: seal("safe_contact", "{}"),
    safeContactReviewedOn: "2026-10-01",
    registeredBy: worker.memberId,
    registeredAt: at("01"),
  });
}

async function addSubject(ctx: TxCtx, caseId: string, vault: Vault): Promise<string[]> {
  const subjectId = newId();
  await ctx.db.insert(subjects).values({
    id: subjectId,
    orgId: ctx.orgId,
    caseId,
    number: 1,
    zone: "America/New_York",
    addedAt: at("02"),
    zoneReason: "A1 showed “Columbus, Ohio” on its profile.",
    allegedName: vault.seal({ table: "subjects", column: "alleged_name", row: subjectId }, "Quiet Harbour"),
  });
  const given = [
    { platform: "x", platformId: "2999000000000000101", handle: "@quiet.harbour", linkReason: null },
    { platform: "instagram", platformId: null, handle: "quiet_harbour2", linkReason: "Says “same me, new name”." },
  ];
  const rows = given.map((account, i) => ({
    id: newId(),
    orgId: ctx.orgId,
    caseId,
    subjectId,
    number: i + 1,
    ...account,
    confidence: "probable" as const,
    addedAt: at("02"),
    firstSeenOn: "2026-10-02",
  }));
  await ctx.db.insert(accounts).values(rows);
  return rows.map((row) => row.id);
}

type Incidents = { caseId: string; vault: Vault; accountIds: string[]; worker: Person } & Pick<
  CaseOptions,
  "what" | "words"
>;

async function addIncidents(ctx: TxCtx, { caseId, vault, accountIds, worker, ...texts }: Incidents): Promise<string[]> {
  const given = [
    {
      kind: "act" as const,
      number: 1,
      nature: "threat_violence",
      what: texts.what,
      words: texts.words ?? "I will break your jaw.",
    },
    {
      kind: "act" as const,
      number: 2,
      nature: "insult",
      words: "Ngizokuthola 😠 وأنا أعرف",
      what: "A second message.",
    },
    { kind: "event" as const, number: 1, nature: "told_to_stop", words: null, what: "The client told A1 to stop." },
  ];
  const rows = given.map((incident, i) => {
    const id = newId();
    const seal = (column: string, text: string) => vault.seal({ table: "incidents", column, row: id }, text);
    return {
      id,
      orgId: ctx.orgId,
      caseId,
      kind: incident.kind,
      number: incident.number,
      nature: incident.nature,
      happenedAt: at(`1${i}`),
      zone: "Africa/Johannesburg",
      accountId: accountIds[i % 2] ?? null,
      words: incident.words ? seal("words", incident.words) : null,
      what: seal("what", incident.what ?? "A direct message."),
      isKnowledge: incident.kind === "event",
      loggedBy: worker.memberId,
      loggedAt: at("20"),
    };
  });
  await ctx.db.insert(incidents).values(rows);
  return rows.map((row) => row.id);
}

type Exhibits = Incidents & { incidentIds: string[]; files: string[] };

async function addExhibits(ctx: TxCtx, given: Exhibits): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, file] of given.files.entries()) ids.push(await addExhibit(ctx, given, file, i + 1));
  return ids;
}

async function addExhibit(ctx: TxCtx, given: Exhibits, file: string, number: number): Promise<string> {
  const { caseId, vault, worker } = given;
  const bytes = await readFile(join("tests/fixtures/files", file));
  const stored = await (await openFiles(ctx, vault.keyId)).receive(webStreamOf(bytes), { maxBytes: 1e9 });
  const id = newId();
  const uploadId = newId();
  const seal = (table: string, column: string, row: string, text: string) => vault.seal({ table, column, row }, text);
  const place = { orgId: ctx.orgId, caseId };
  await ctx.db.insert(uploads).values({
    ...place,
    id: uploadId,
    size: stored.size,
    details: seal("uploads", "details", uploadId, "{}"),
    announcedBy: worker.memberId,
    announcedAt: at("15"),
  });
  await ctx.db.insert(exhibits).values({
    ...place,
    id,
    number,
    uploadId,
    ...stored,
    method: "screenshot",
    originalName: seal("exhibits", "original_name", id, `${secrets.name} ${file}`),
    description: seal("exhibits", "description", id, `What ${file} shows`),
    sourceUrl: seal("exhibits", "source_url", id, "https://x.example/quiet.harbour/1"),
    accountId: given.accountIds[0] ?? null,
    capturedAt: at("15"),
    capturedZone: "Africa/Johannesburg",
    capturedBy: "Client",
    device: "Phone of the client",
    howObtained: "received_by_client",
    look: { kind: file.split(".").at(-1) === "jpg" ? "jpeg" : file.split(".").at(-1) },
    lookedAt: at("15"),
    receivedBy: worker.memberId,
    receivedAt: at("15"),
  });
  const incidentId = given.incidentIds[(number - 1) % 2] ?? "";
  await ctx.db.insert(incidentExhibits).values({ ...place, incidentId, exhibitId: id });
  const byTheDatabase = { seq: 0, previous: Buffer.alloc(0), hash: Buffer.alloc(0) };
  await ctx.db.insert(custodyEvents).values({
    ...place,
    id: newId(),
    exhibitId: id,
    action: "received",
    at: at("15"),
    by: worker.memberId,
    purpose: "Received from the client",
    sha256: stored.sha256,
    ...byTheDatabase,
  });
  return id;
}

async function addNumbers(ctx: TxCtx, caseId: string, worker: Person, number: number): Promise<void> {
  const id = newId();
  const canonical = `Voorbeeldfontein CAS ${number}/10/2026`;
  await ctx.db.insert(references).values({
    id,
    orgId: ctx.orgId,
    caseId,
    kind: "cas",
    state: "issued",
    raw: canonical,
    canonical,
    issuedOn: "2026-10-13",
    receivedVia: "sms",
    recordedBy: worker.memberId,
    recordedAt: at("13"),
  });
  await ctx.db
    .insert(referenceKeys)
    .values({ orgId: ctx.orgId, caseId, referenceId: id, key: `CAS:${number}/10/2026` });
}

/** One paper for each office, as the client signed them. They name no officer yet. */
async function addReleases(ctx: TxCtx, caseId: string, worker: Person): Promise<void> {
  const signed = [
    { number: 1, recipientRole: "investigating_officer", recipient: "Investigating officer" },
    { number: 2, recipientRole: "prosecutor", recipient: "Prosecutor" },
    { number: 3, recipientRole: "central_authority", recipient: "Central authority" },
  ];
  await ctx.db.insert(releases).values(
    signed.map((release) => ({
      id: newId(),
      orgId: ctx.orgId,
      caseId,
      purpose: "Investigation",
      items: "All exhibits",
      ...release,
      crossBorderBasis: "Consent",
      signedOn: "2026-10-20",
      expiresOn: "2099-12-31",
      grantedBy: worker.memberId,
      grantedAt: at("20"),
    })),
  );
}

/** What a person writes for a packet. */
export const draft = {
  investigatingOfficer: "Investigating officer, SAPS Voorbeeldfontein",
  prosecutor: "Prosecutor",
  centralAuthority: "Central authority",
  stage: "Investigation. No person has been arrested or charged, as far as this organisation was told.",
  screened: "clear",
  minors: "no",
  secrecy: "The subject may delete the accounts when told.",
  urgency: "Companies keep log-in records for a short time.",
  asks: {
    A1: {
      subscriber: "on",
      traffic: "on",
      ranges: {
        traffic: { from: "2026-10-01", to: "2026-11-20", why: "The client saw the account in use all month." },
      },
    },
  },
};
