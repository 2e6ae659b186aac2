import { beforeAll, describe, expect, test, vi } from "vitest";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { listCharges, readConsideration } from "@/lib/casework/charges/queries";
import { getReference, listReferences } from "@/lib/casework/references/queries";
import { listMatches } from "@/lib/casework/subjects/matches/queries";
import { readCertificateDesk } from "@/lib/documents/certificates/queries";
import { listDocuments, readDocument } from "@/lib/documents/papers/queries";
import { listAuthorities } from "@/lib/escalation/written-authorities/queries";
import { listImports, readImport } from "@/lib/evidence/chats/queries";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import { readKeptText } from "@/lib/evidence/exhibits/read-kept-text";
import { listInbox } from "@/lib/handover/handovers/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { getPacket, listCasePackets, listPacketEvents, listParts } from "@/lib/packets/packets/queries";
import { hardFails } from "@/lib/packets/packets/rules";
import type { PacketRow } from "@/lib/packets/packets/types";
import { expectGoldenLetters, expectGoldenWords } from "@/tests/support/golden-packet";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { at, type Demo, loadDemoAt, tick } from "@/tests/support/month-of-mail";
import { proved } from "@/tests/support/sessions";
import { sorted } from "@/tests/support/walk/compare";
import { type CasePages, type Office, readCasePages, readDesk, readOffice } from "@/tests/support/walk/read-pages";
import { walkCase } from "@/tests/support/walk/walk-case";
import { walkDesk, walkOffice } from "@/tests/support/walk/walk-office";
import { walkPapers } from "@/tests/support/walk/walk-papers";

// Letters by chance are wider or narrower, and move the ends of lines.
vi.mock(import("@/lib/casework/clients/rules"), async (real) => ({
  ...(await real()),
  clientCode: (number: number) => `KM-${number}`,
}));

/** What the demonstration shows, loaded by its own loader at an instant that stands still. */
const now = at("2026-11-24", "08:00");
let demo: Demo;
const idOf = (pseudonym: string) => demo.opened.get(pseudonym) ?? "";

beforeAll(async () => {
  demo = await loadDemoAt(now);
}, 400_000);

const papersOf = async (pseudonym: string) =>
  (await listDocuments(demo.cast.supervisor.ctx, idOf(pseudonym))).rows.map(
    ({ template, state, sentOn }) => `${template} ${state}${sentOn ? `, sent ${sentOn}` : ""}`,
  );

test("papers stand in every state, in both directions", async () => {
  expect(await papersOf("Honeybush")).toEqual(["za-detective-follow-up draft", "za-sworn-statement sworn"]);
  expect(await papersOf("Weaver")).toEqual([
    "za-refusal-secretariat draft",
    "za-refusal-station-commander final, sent 2026-11-01",
  ]);
  expect(await papersOf("Cardinal")).toEqual(["za-pha-facts draft", "us-declaration-1746 sworn"]);
});

test("what was sworn has no question left open, and nobody speaks of the client in it", async () => {
  const { supervisor } = demo.cast;
  for (const name of ["Honeybush", "Cardinal", "Karee"]) {
    const { rows } = await listDocuments(supervisor.ctx, idOf(name));
    const sworn = await readDocument(supervisor.ctx, idOf(name), rows.find((row) => row.state === "sworn")?.id ?? "");
    expect(sworn.gaps, name).toEqual([]);
    expect(sworn.sworn, name).not.toBeNull();
    const messages = sworn.body.blocks.flatMap((block) => (block.kind === "numbered" ? [block.text] : []));
    expect(
      messages.filter((text) => /\bthe client\b/i.test(text)),
      name,
    ).toEqual([]);
  }
});

test("numbers show a corrected one, a kept warning and a sealed PIN", async () => {
  const { ctx } = demo.cast.supervisor;
  const honeybush = await listReferences(ctx, idOf("Honeybush"));
  expect(honeybush.filter((reference) => reference.warnings.length > 0).map((reference) => reference.kind)).toEqual([
    "protection_order_application",
  ]);
  const ic3 = await getReference(ctx, honeybush.find((reference) => reference.kind === "ic3")?.id ?? "");
  expect(ic3.history.map((line) => line.change)).toEqual(["recorded", "amended"]);
  const hash = (await listReferences(ctx, idOf("Karee"))).find((reference) => reference.kind === "stopncii");
  expect((await getReference(ctx, hash?.id ?? "")).secrets).toMatchObject([{ label: "PIN", destroyed: false }]);
});

test("an authority is on file, a charge is linked to proof, and one case is closed", async () => {
  const { ctx } = demo.cast.supervisor;
  expect(await listAuthorities(ctx, idOf("Honeybush"))).toMatchObject([
    { process: "harassment_order", state: "in_force" },
  ]);
  for (const name of ["Honeybush", "Cardinal"]) {
    const [charge] = await listCharges(ctx, idOf(name));
    expect(charge?.elements.filter((element) => element.gap || element.offered.length > 0)).toEqual([]);
    expect((await readConsideration(ctx, idOf(name))).candidates).toEqual([]);
  }
  expect((await readCaseHeader(ctx, idOf("Rooibos"))).closedAt).not.toBeNull();
});

test("a chat became messages, its sender is on the board, and two messages are incidents", async () => {
  const { ctx } = demo.cast.thandi;
  const [chat] = await listImports(ctx, idOf("Honeybush"));
  expect(chat).toMatchObject({ state: "ready", format: "whatsapp", messages: 11, unreadable: 0 });
  const { senders } = await readImport(ctx, chat?.id ?? "");
  expect(senders.map((sender) => (sender.isClient ? "client" : sender.account))).toEqual([
    expect.stringMatching(/^A3 WhatsApp/),
    "client",
  ]);
  const exhibits = await listExhibits(ctx, idOf("Honeybush"));
  expect(exhibits.find((exhibit) => exhibit.label === chat?.exhibit)?.incidents).toHaveLength(2);
});

test("some exhibits may be certified and of others it is said what they lack", async () => {
  const { ctx } = demo.cast.thandi;
  const { candidates } = await readCertificateDesk(ctx, idOf("Honeybush"));
  const ready = candidates.filter((candidate) => candidate.gaps.length === 0).map((candidate) => candidate.label);
  expect(ready).toEqual(["E-01", "E-02", "E-06"]);
  expect(candidates.find((candidate) => candidate.label === "E-03")?.gaps.map((gap) => gap.need)).toEqual([
    "time_source",
  ]);
});

test("one picture is hard to see and has a masked copy, and a mail shows its way", async () => {
  const { ctx } = demo.cast.thandi;
  const exhibits = await listExhibits(ctx, idOf("Honeybush"));
  const hard = exhibits.find((exhibit) => exhibit.sensitivity === "distressing");
  expect(hard?.label).toBe("E-02");
  const made = await listDerivatives(ctx, hard?.id ?? "");
  expect(made.filter((derivative) => derivative.kind === "redacted")).toHaveLength(1);
  const [mail] = (await listExhibits(ctx, idOf("Weaver"))).filter((exhibit) => exhibit.method === "email_original");
  expect((await readKeptText(ctx, mail?.id ?? ""))?.mail?.hops.map((hop) => hop.by)).toEqual([
    "relay.nightpost.example",
    "gate.safe.example",
    "mx.safe.example",
  ]);
});

test("that a colleague's case has the same number, a caseworker is not told; a supervisor sees it, and whom to ask", async () => {
  expect(await listMatches(demo.cast.thandi.ctx, idOf("Honeybush"))).toEqual([]);
  const [match, ...more] = await listMatches(demo.cast.supervisor.ctx, idOf("Honeybush"));
  expect(more).toEqual([]);
  expect(match).toMatchObject({ field: "phone", ask: [{ name: "Anele Fortuin" }], seen: [{ pseudonym: "Marula" }] });
});

test("one message of half a year ago and no offence: nobody can approve the packet", async () => {
  const { ctx } = demo.cast.supervisor;
  const unmended = async (name: string) => {
    const [packet] = (await listCasePackets(ctx, idOf(name))).rows;
    const { preflight } = await getPacket(ctx, packet?.id ?? "");
    return hardFails(preflight).map((line) => line.id);
  };
  expect(await unmended("Protea")).toEqual(["M-05", "M-10"]);
  for (const waiting of ["Cardinal", "Weaver"]) expect(await unmended(waiting), waiting).toEqual([]);
});

test("every kind of packet was played, with a replaced and a withdrawn version, and words in its history", async () => {
  const { ctx } = demo.cast.supervisor;
  const names = ["Honeybush", "Marula", "Karee", "Cardinal", "Weaver", "Protea"];
  const lists = await Promise.all(names.map(async (name) => (await listCasePackets(ctx, idOf(name))).rows));
  expect(Object.fromEntries(names.map((name, i) => [name, lists[i]?.map(summaryOf)]))).toEqual({
    Honeybush: ["mla_dossier 2 approved", "mla_dossier 1 handed_over, received", "preservation_briefing 1 withdrawn"],
    Marula: ["interpol_briefing 1 handed_over, received"],
    Karee: ["docket_pack 1 handed_over"],
    Cardinal: ["mla_dossier 1 ready"],
    Weaver: ["refusal_complaint 1 ready"],
    Protea: ["mla_dossier 1 ready"],
  });
  const [newest, replaced, withdrawn] = lists[0] ?? [];
  expect((await listParts(ctx, replaced?.id ?? "")).at(-1)?.name).toMatch(/-v1-superseded-by-v2\.pdf$/);
  expect((await listParts(ctx, withdrawn?.id ?? "")).at(-1)?.name).toMatch(/-v1-withdrawn\.pdf$/);
  const events = await listPacketEvents(ctx, newest?.id ?? "");
  expect(events.map((packetEvent) => packetEvent.event)).toEqual([
    "drafted",
    "built",
    "commented",
    "commented",
    "approved",
    "built",
  ]);
});

test.each([
  ["Honeybush", "mla_dossier"],
  ["Honeybush", "preservation_briefing"],
  ["Marula", "interpol_briefing"],
  ["Karee", "docket_pack"],
  ["Cardinal", "mla_dossier"],
  ["Weaver", "refusal_complaint"],
] as const)("%s, %s, says what it last said", async (pseudonym, kind) => {
  const { ctx } = demo.cast.supervisor;
  const { rows } = await listCasePackets(ctx, idOf(pseudonym));
  const packet = rows.find((row) => row.kind === kind);
  const name = `${pseudonym.toLowerCase()}-${kind.replaceAll("_", "-")}`;
  const parts = await keptParts(ctx, packet?.id ?? "");
  await expectGoldenLetters(name, parts);
  await expectGoldenWords(name, onePart(parts, "served").bytes);
});

const summaryOf = ({ kind, version, status, holders }: PacketRow) =>
  `${kind} ${version} ${status}${holders.some((holder) => holder.acknowledgedAt) ? ", received" : ""}`;

/**
 * These cases hold what no chance makes: packets in officers' hands, chats. It stands behind all that only reads: papers
 * are drafted on the way, and loading is most of the time of both.
 */
describe("a walk over all of it", () => {
  let supervisor: Ctx;
  let pages: CasePages[];
  let office: Office;

  beforeAll(async () => {
    await tick(demo.orgId, now, 1);
    supervisor = { ...demo.cast.supervisor.ctx, now };
    pages = [];
    for (const caseId of demo.opened.values()) pages.push(await readCasePages(supervisor, caseId));
    office = await readOffice(supervisor);
  }, 400_000);

  const desks = () => [demo.cast.thandi, demo.cast.anele];

  test("each case is the same in lists, on its pages and in a packet", async () => {
    const found: string[] = [];
    for (const { memberId, ctx } of desks()) {
      const desk = await readDesk({ ...ctx, now });
      const mine = pages.filter(({ row }) => row.ownerId === memberId);
      found.push(...mine.flatMap((casePages) => walkCase({ pages: casePages, office, desk })));
      found.push(...walkDesk(desk, memberId, pages, false));
    }
    expect([...found, ...walkOffice(office, pages)]).toEqual([]);
  });

  test("sheets, statements and briefings hold what the record holds", async () => {
    const ctx: Ctx = { ...(await proved(supervisor)), now };
    const found: string[] = [];
    for (const page of pages.filter(({ row }) => row.closedAt === null)) {
      const playbook = newestPlaybooks().find(({ pair }) => pair === page.row.pair);
      if (playbook) found.push(...(await walkPapers(ctx, playbook, page)));
    }
    expect(found).toEqual([]);
  });

  test("an officer's inbox and the packets of a case say the same of each version in their hands", async () => {
    const inboxes = await Promise.all(officers().map(({ ctx }) => listInbox({ ...ctx, now })));
    const inOfficersHands = sorted(inboxes.flat().map((inbox) => `${inbox.handoverId} ${givenWords(inbox, inbox)}`));
    const onCases: string[] = [];
    for (const { row } of pages) {
      const { rows } = await listCasePackets(supervisor, row.id);
      for (const packet of rows) {
        const inPortal = packet.holders.filter((holder) => holder.how === "portal");
        onCases.push(...inPortal.map((holder) => `${holder.id} ${givenWords(packet, holder)}`));
      }
    }
    expect(inOfficersHands.length).toBeGreaterThan(2);
    expect(inOfficersHands).toEqual(sorted(onCases));
  });

  const officers = () => [demo.cast.maseko, demo.cast.vanwyk];
});

type Printed = { code: string; kind: string; version: number; pages: number | null; fileSize: number | null };
type Given = { deliveredAt: Date; openedAt: Date | null; acknowledgedAt: Date | null };

const givenWords = ({ code, kind, version, pages: count, fileSize }: Printed, given: Given): string =>
  JSON.stringify([code, kind, version, count, fileSize, given.deliveredAt, given.openedAt, given.acknowledgedAt]);
