import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { platformOf, shownNumber } from "@/lib/casework/references/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { lengthWords } from "@/lib/law/jurisdictions/clock-text";
import { findClock, findPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import { namesOf } from "@/lib/organisation/members/names-of";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { type Desk, type EntryRow, isKept, openDesk, openProof, readEntries, readItems, readNumbers } from "./access";
import { findShowing } from "./find-showing";
import { listCandidates } from "./list-candidates";
import { readSources } from "./read-sources";
import { entryPlace, noticeStep, numberKinds, reportStep, standingOf, takedownCode } from "./rules";
import type { Candidate, HistoryLine, Item, Sources, TakedownList, TakedownPage, TakedownView } from "./types";

type Known = { law: Law; sources: Sources; numbers: Numbers };
type Numbers = Awaited<ReturnType<typeof readNumbers>>;

/** The take-down list of a case, with what the case has that is not on it yet. @throws AppError not_found */
export const listTakedowns = query("case.read", async (ctx, caseId: string): Promise<TakedownList> => {
  const desk = await openDesk(ctx, await findCase(ctx, caseId));
  const { row, law, today, zone } = desk;
  const items = await readItems(ctx, desk);
  const entries = Map.groupBy(await entriesOf(ctx, items), ({ takedownId }) => takedownId);
  const known = { law, ...(await readKnown(ctx, desk)) };
  const candidates = listCandidates(known.sources, items, law);
  return {
    items: items.map((item) => viewOf(item, entries.get(item.id) ?? [], known)),
    candidates: candidates.map(shownCandidate),
    platforms: platformChoices(known, items, candidates),
    accounts: known.sources.accounts.map(({ id, number, platform, handle }) => ({
      value: id,
      label: `A${number} ${findPlatform(platform, law)?.name ?? platform}, ${handle}`,
    })),
    today,
    zone,
    closed: row.closedAt !== null,
  };
});

/** One item with its history, and what reporting it asks. @throws AppError not_found */
export const readTakedown = query(
  "case.read",
  async (ctx, caseId: string, takedownId: string): Promise<TakedownPage> => {
    const desk = await openDesk(ctx, await findCase(ctx, caseId));
    const { row, law, today, zone } = desk;
    const items = await readItems(ctx, desk);
    const item = items.find(({ id }) => id === takedownId);
    if (!item) throw new AppError("not_found", t("No such item on the take-down list."));
    const all = await entriesOf(ctx, items);
    const mine = all.filter((entry) => entry.takedownId === takedownId);
    const known = { law, ...(await readKnown(ctx, desk)) };
    const used = new Set(all.filter(isKept).flatMap(({ referenceId }) => referenceId ?? []));
    const platform = findPlatform(item.platform, law);
    return {
      item: viewOf(item, mine, known),
      history: await historyOf(ctx, desk, mine, known),
      tipOff: reportStep(desk)?.notifiesSubject ?? null,
      reportPage: platform?.reportPage ?? null,
      victimRoute: platform?.victimRoute ?? "",
      loose: known.numbers
        .filter(({ id, kind, issuer }) => !used.has(id) && platformOf(kind, issuer, law)?.key === item.platform)
        .map((number) => ({ value: number.id, label: shownNumber(number, law) ?? "" })),
      noticeStep: noticeStep(desk)?.key ?? null,
      appealWithin: appealWithin(law),
      today,
      zone,
      closed: row.closedAt !== null,
    };
  },
);

function appealWithin(law: Law): string | null {
  const limit = findClock("T-PLAT-APPEAL", law)?.limit;
  return limit ? lengthWords(limit) : null;
}

const entriesOf = (ctx: TxCtx, items: readonly Item[]) =>
  readEntries(
    ctx,
    items.map(({ id }) => id),
  );

async function readKnown(ctx: TxCtx, { row, vault }: Desk): Promise<Omit<Known, "law">> {
  const sources = await readSources(ctx, vault, row.id);
  return { sources, numbers: await readNumbers(ctx, row.id, numberKinds) };
}

function viewOf(item: Item, entries: readonly EntryRow[], { law, sources, numbers }: Known): TakedownView {
  const kept = entries.filter(isKept);
  const standing = standingOf(kept);
  const account = sources.accounts.find(({ id }) => id === item.accountId);
  const address = item.url ?? account?.url ?? null;
  return {
    id: item.id,
    code: takedownCode(item.number),
    kind: item.kind,
    platform: item.platform,
    platformName: findPlatform(item.platform, law)?.name ?? item.platform,
    where: address ?? account?.handle ?? null,
    isAddress: address !== null,
    what: item.what,
    accountId: item.accountId,
    showing: findShowing(item, sources),
    standing,
    reportIds: numbers.flatMap((number) =>
      standing.referenceIds.includes(number.id) ? (shownNumber(number, law) ?? []) : [],
    ),
    canUndo: kept.length > 0,
  };
}

const shownCandidate = ({ key, kind, platform, platformName, where, from }: Candidate): Candidate => ({
  key,
  kind,
  platform,
  platformName,
  where,
  from,
});

/** Those on which the case has something come first. */
function platformChoices({ law, sources }: Known, items: readonly Item[], candidates: readonly Candidate[]) {
  const here = new Set([...sources.accounts, ...items, ...candidates].map(({ platform }) => platform));
  const choices = law.platforms.map(({ key, name }) => ({
    value: key,
    label: name,
    group: here.has(key) ? t("On this case") : t("New on this case"),
  }));
  return choices.toSorted((a, b) => Number(here.has(b.value)) - Number(here.has(a.value)));
}

/** What was recorded about an item, newest first. */
async function historyOf(
  ctx: TxCtx,
  { vault }: Desk,
  entries: readonly EntryRow[],
  { law, sources, numbers }: Known,
): Promise<HistoryLine[]> {
  const names = await namesOf(
    ctx,
    entries.flatMap(({ recordedBy }) => recordedBy ?? []),
  );
  return entries.toReversed().map((entry) => {
    const proof = sources.exhibits.find(({ id }) => id === entry.proofExhibitId);
    const number = numbers.find(({ id }) => id === entry.referenceId);
    return {
      id: entry.id,
      event: entry.event,
      route: entry.route,
      on: entry.happenedOn,
      at: entry.happenedAt,
      seenBy: entry.seenBy,
      proof: proof ? { id: proof.id, code: proof.code } : null,
      reportId: number ? shownNumber(number, law) : null,
      answered: openProof(vault, entry),
      note: vault.openMaybe(entryPlace(entry.id), entry.note),
      by: (entry.recordedBy && names.get(entry.recordedBy)) ?? "",
      recordedAt: entry.recordedAt,
      undone: !isKept(entry),
    };
  });
}
