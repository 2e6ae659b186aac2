import { beforeAll, expect, test } from "vitest";
import { listInbox } from "@/lib/handover/handovers/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { at, type Demo, loadDemoAt, tick } from "@/tests/support/month-of-mail";
import { proved } from "@/tests/support/sessions";
import { sorted } from "@/tests/support/walk/compare";
import { type CasePages, type Office, readCasePages, readDesk, readOffice } from "@/tests/support/walk/read-pages";
import { walkCase } from "@/tests/support/walk/walk-case";
import { walkDesk, walkOffice } from "@/tests/support/walk/walk-office";
import { walkPapers } from "@/tests/support/walk/walk-papers";

/** The walk over the cases of the demonstration, which hold what no chance makes: packets in officers' hands, chats. */
const now = at("2026-11-24", "08:00");
let demo: Demo;
let supervisor: Ctx;
let pages: CasePages[];
let office: Office;

beforeAll(async () => {
  demo = await loadDemoAt(now);
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

type Printed = { code: string; kind: string; version: number; pages: number | null; fileSize: number | null };
type Given = { deliveredAt: Date; openedAt: Date | null; acknowledgedAt: Date | null };

const givenWords = ({ code, kind, version, pages: count, fileSize }: Printed, given: Given): string =>
  JSON.stringify([code, kind, version, count, fileSize, given.deliveredAt, given.openedAt, given.acknowledgedAt]);
