import "server-only";
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, max, min, ne, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import {
  accounts,
  caseNotes,
  caseSteps,
  type cases,
  clients,
  clockChanges,
  dangerAssessments,
  dispatches,
  documents,
  exhibits,
  handClocks,
  handovers,
  imageSightings,
  imageStops,
  incidents,
  packets,
  preservations,
  references,
  referrals,
  refusals,
  releases,
  safetyReviews,
  services,
} from "@/db/schema";
import { imageNatures } from "@/lib/casework/cases/labels";
import { exhibitCode } from "@/lib/casework/incidents/rules";
import { nextActTitle } from "@/lib/casework/notes/labels";
import { countsAsIssued, platformOf, shownNumber } from "@/lib/casework/references/rules";
import type { PacketStatus } from "@/lib/escalation/steps/types";
import { readTakedownFacts } from "@/lib/escalation/takedowns/read-takedown-facts";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook, houseLaw, type Law } from "@/lib/law/jurisdictions/rules";
import { civilDate } from "@/lib/platform/time/clock";
import { readChecks } from "./read-checks";
import { readPlaces } from "./read-places";
import type { LadderFacts } from "./types";

type CaseRow = typeof cases.$inferSelect;
type OnWall = (at: Date) => string;

/**
 * All that the ladder needs to know of many cases, in as many statements as for one.
 * @param law the law by which their playbooks and numbers are read
 */
export async function readManyFacts(
  ctx: TxCtx,
  rows: readonly CaseRow[],
  law: Law = houseLaw,
): Promise<Map<string, LadderFacts>> {
  const zones = new Map(
    rows.map((row) => [row.id, findPlaybook(row.pair, row.playbookVersion, law)?.home.zone ?? "UTC"]),
  );
  const dayOf = (caseId: string, at: Date) => civilDate(at, zones.get(caseId) ?? "UTC");
  const all = await readAll(ctx, rows, dayOf, law);
  return new Map(rows.map((row) => [row.id, factsOf(row, all, (at) => dayOf(row.id, at), law)]));
}

type All = Awaited<ReturnType<typeof readAll>>;

type DayOf = (caseId: string, at: Date) => string;

async function readAll(ctx: TxCtx, rows: readonly CaseRow[], dayOf: DayOf, law: Law) {
  const { db } = ctx;
  const ids = rows.map((row) => row.id);
  const mine = (column: PgColumn) => among(column, ids);
  const clientIds = [...new Set(rows.map((row) => row.clientId))];
  const [reviews, stops, sightings, dates, natures, kept, checks, known, progress, clocks, places, items] =
    await Promise.all([
      db
        .select({ id: clients.id, on: clients.safeContactReviewedOn })
        .from(clients)
        .where(among(clients.id, clientIds)),
      db
        .select({ caseId: imageStops.caseId })
        .from(imageStops)
        .where(and(mine(imageStops.caseId), isNull(imageStops.liftedAt))),
      db
        .select({ caseId: imageSightings.caseId, n: count(), first: min(imageSightings.recordedAt) })
        .from(imageSightings)
        .where(mine(imageSightings.caseId))
        .groupBy(imageSightings.caseId),
      db
        .select({
          caseId: incidents.caseId,
          n: count(),
          first: min(sql<Date>`case when ${incidents.kind} = 'act' then ${incidents.happenedAt} end`).mapWith(
            incidents.happenedAt,
          ),
          last: max(sql<Date>`case when ${incidents.kind} = 'act' then ${incidents.happenedAt} end`).mapWith(
            incidents.happenedAt,
          ),
        })
        .from(incidents)
        .where(mine(incidents.caseId))
        .groupBy(incidents.caseId),
      db
        .selectDistinct({ caseId: incidents.caseId, nature: incidents.nature })
        .from(incidents)
        .where(and(mine(incidents.caseId), eq(incidents.kind, "act"))),
      db
        .select({ caseId: exhibits.caseId, n: count(), first: min(exhibits.receivedAt) })
        .from(exhibits)
        .where(mine(exhibits.caseId))
        .groupBy(exhibits.caseId),
      readChecks(ctx, ids),
      db
        .select({ caseId: accounts.caseId, n: count(accounts.platformId) })
        .from(accounts)
        .where(mine(accounts.caseId))
        .groupBy(accounts.caseId),
      readProgress(ctx, mine),
      readClocks(ctx, mine),
      readPlaces(ctx, ids, dayOf, law),
      readTakedownFacts(ctx, ids),
    ]);
  return {
    reviews: new Map(reviews.map((review) => [review.id, review.on])),
    stopped: new Set(stops.map((stop_) => stop_.caseId)),
    sightings: new Map(sightings.map((sighting) => [sighting.caseId, sighting])),
    natures: byCase(natures),
    dates: new Map(dates.map((date) => [date.caseId, date])),
    kept: new Map(kept.map((row) => [row.caseId, row])),
    checks: byCase(checks),
    known: new Map(known.map((row) => [row.caseId, row.n])),
    ...progress,
    ...clocks,
    places,
    items,
  };
}

type Mine = (column: PgColumn) => ReturnType<typeof among>;

/** Steps, numbers, papers, packets, and what was refused. */
async function readProgress({ db }: TxCtx, mine: Mine) {
  const [steps, numbers, portal, paper, made, papers, refused] = await Promise.all([
    db.select().from(caseSteps).where(mine(caseSteps.caseId)),
    db
      .select({
        caseId: references.caseId,
        id: references.id,
        kind: references.kind,
        issuer: references.issuer,
        state: references.state,
        warnings: references.warnings,
        raw: references.raw,
        canonical: references.canonical,
        issuedOn: references.issuedOn,
        recordedAt: references.recordedAt,
      })
      .from(references)
      .where(and(mine(references.caseId), ne(references.state, "withdrawn")))
      .orderBy(asc(references.recordedAt), asc(references.id)),
    db
      .select({
        caseId: handovers.caseId,
        packetId: handovers.packetId,
        kind: packets.kind,
        deliveredAt: handovers.deliveredAt,
        openedAt: handovers.openedAt,
        acknowledgedAt: handovers.acknowledgedAt,
      })
      .from(handovers)
      .innerJoin(packets, eq(packets.id, handovers.packetId))
      .where(mine(handovers.caseId)),
    db
      .select({
        caseId: dispatches.caseId,
        packetId: dispatches.packetId,
        kind: packets.kind,
        deliveredAt: dispatches.sentAt,
      })
      .from(dispatches)
      .innerJoin(packets, eq(packets.id, dispatches.packetId))
      .where(and(mine(dispatches.caseId), isNotNull(dispatches.liaisonId))),
    db
      .select({
        caseId: packets.caseId,
        id: packets.id,
        kind: packets.kind,
        version: packets.version,
        status: packets.status,
        at: packets.draftedAt,
      })
      .from(packets)
      .where(and(mine(packets.caseId), ne(packets.status, "withdrawn")))
      .orderBy(desc(packets.version)),
    db
      .select({
        caseId: documents.caseId,
        kind: documents.kind,
        state: documents.state,
        rungKey: documents.rungKey,
        refusal: refusals.number,
        finalOn: documents.finalOn,
        swornOn: documents.swornOn,
        sentOn: documents.sentOn,
      })
      .from(documents)
      .leftJoin(refusals, eq(refusals.id, documents.refusalId))
      .where(and(mine(documents.caseId), ne(documents.state, "withdrawn"))),
    db
      .select()
      .from(refusals)
      .where(and(mine(refusals.caseId), isNull(refusals.settledOn)))
      .orderBy(asc(refusals.number)),
  ]);
  return {
    steps: byCase(steps),
    numbers: byCase(numbers),
    // A packet given to an officer on paper counts as handed over; only a portal or a link reports what the officer did
    // with it.
    given: byCase([...portal, ...paper.map((dispatch) => ({ ...dispatch, openedAt: null, acknowledgedAt: null }))]),
    made: byCase(made),
    papers: byCase(papers),
    refused: byCase(refused),
  };
}

/** What starts and changes clocks that hang on no step. */
async function readClocks({ db }: TxCtx, mine: Mine) {
  const [changes, byHand, consents, keeps, answers, nextActs, reviews, sent] = await Promise.all([
    db
      .select({
        caseId: clockChanges.caseId,
        clockKey: clockChanges.clockKey,
        change: clockChanges.change,
        on: clockChanges.on,
        until: clockChanges.until,
      })
      .from(clockChanges)
      .where(mine(clockChanges.caseId))
      .orderBy(asc(clockChanges.recordedAt), asc(clockChanges.id)),
    db
      .select()
      .from(handClocks)
      .where(and(mine(handClocks.caseId), isNull(handClocks.answeredOn))),
    db
      .select()
      .from(releases)
      .where(and(mine(releases.caseId), isNull(releases.revokedAt))),
    db
      .select({ accountNumber: accounts.number, platform: accounts.platform, keep: preservations })
      .from(preservations)
      .innerJoin(accounts, eq(accounts.id, preservations.accountId))
      .where(mine(preservations.caseId))
      .orderBy(asc(preservations.askedOn), asc(preservations.id)),
    db
      .selectDistinctOn([dangerAssessments.caseId], {
        caseId: dangerAssessments.caseId,
        id: dangerAssessments.id,
        reviewOn: dangerAssessments.reviewOn,
        assessedAt: dangerAssessments.assessedAt,
      })
      .from(dangerAssessments)
      .where(mine(dangerAssessments.caseId))
      .orderBy(dangerAssessments.caseId, desc(dangerAssessments.assessedAt), desc(dangerAssessments.id)),
    db
      .select({
        caseId: caseNotes.caseId,
        noteId: caseNotes.id,
        kind: caseNotes.kind,
        party: caseNotes.party,
        happenedAt: caseNotes.happenedAt,
        nextOn: caseNotes.nextOn,
      })
      .from(caseNotes)
      .where(
        and(
          mine(caseNotes.caseId),
          // Everybody on the case sees its deadlines.
          eq(caseNotes.visibility, "working"),
          isNotNull(caseNotes.nextOn),
          isNull(caseNotes.nextDoneOn),
          isNull(caseNotes.withdrawnAt),
        ),
      ),
    db
      .selectDistinctOn([safetyReviews.caseId, safetyReviews.about], {
        caseId: safetyReviews.caseId,
        id: safetyReviews.id,
        about: safetyReviews.about,
        reviewedOn: safetyReviews.reviewedOn,
        reviewOn: safetyReviews.reviewOn,
      })
      .from(safetyReviews)
      .where(mine(safetyReviews.caseId))
      .orderBy(safetyReviews.caseId, safetyReviews.about, desc(safetyReviews.recordedAt), desc(safetyReviews.id)),
    db
      .select({
        caseId: referrals.caseId,
        id: referrals.id,
        number: referrals.number,
        service: services.name,
        state: referrals.state,
        madeAt: referrals.madeAt,
        answerBy: referrals.answerBy,
        answeredOn: referrals.answeredOn,
        outcomeBy: referrals.outcomeBy,
      })
      .from(referrals)
      .innerJoin(services, eq(services.id, referrals.serviceId))
      .where(and(mine(referrals.caseId), inArray(referrals.state, ["open", "accepted"])))
      .orderBy(asc(referrals.number)),
  ]);
  return {
    changes: byCase(changes),
    byHand: byCase(byHand),
    nextActs: byCase(nextActs),
    consents: byCase(consents),
    answers: new Map(answers.map((answer) => [answer.caseId, answer])),
    safetyReviews: byCase(reviews),
    referrals: byCase(sent),
    keeps: byCase(keeps.map(({ keep, ...account }) => ({ ...keep, ...account }))),
  };
}

/** The rows of each case. A case without any has an empty list. */
function byCase<Row extends { caseId: string }>(rows: readonly Row[]): (caseId: string) => Row[] {
  const groups = Map.groupBy(rows, (row) => row.caseId);
  return (caseId) => groups.get(caseId) ?? [];
}

function factsOf(row: CaseRow, all: All, on: OnWall, law: Law): LadderFacts {
  const reviewedOn = all.reviews.get(row.clientId);
  const dates = all.dates.get(row.id);
  const kept = all.kept.get(row.id);
  const given = all.given(row.id);
  const answer = all.answers.get(row.id);
  const natures = all.natures(row.id).map((nature) => nature.nature);
  const seen = all.sightings.get(row.id);
  const [firstProof] = [kept?.first, seen?.first].flatMap((at) => at ?? []).toSorted((a, b) => Number(a) - Number(b));
  return {
    steps: all.steps(row.id).map((step) => ({ ...step, recordedOn: on(step.updatedAt) })),
    references: all.numbers(row.id).map((value) => ({
      id: value.id,
      kind: value.kind,
      state: countsAsIssued(value) ? "issued" : "not_yet_issued",
      display: shownNumber(value, law),
      issuedOn: value.issuedOn,
      recordedOn: on(value.recordedAt),
      platform: platformOf(value.kind, value.issuer, law),
    })),
    counts: {
      exhibits: kept?.n ?? 0,
      incidents: dates?.n ?? 0,
      subjectsWithAccountId: all.known.get(row.id) ?? 0,
      sightings: seen?.n ?? 0,
    },
    firstProofOn: firstProof ? on(firstProof) : null,
    keepsNoFiles: all.stopped.has(row.id),
    safeContactRecorded: typeof reviewedOn === "string",
    safeContactReviewedOn: reviewedOn ?? null,
    documents: all
      .papers(row.id)
      .flatMap(({ state, swornOn, finalOn, ...paper }) =>
        state === "withdrawn" ? [] : [{ ...paper, state, on: swornOn ?? finalOn }],
      ),
    packets: all.made(row.id).map((packet) => ({
      kind: packet.kind,
      version: packet.version,
      on: on(packet.at),
      status: statusOf(packet, given),
    })),
    handovers: given.map((handover) => ({
      packetKind: handover.kind,
      handedOverOn: on(handover.deliveredAt),
      acknowledgedOn: handover.acknowledgedAt ? on(handover.acknowledgedAt) : null,
    })),
    danger: row.inDanger,
    risk: row.inDanger ? "high" : row.risk === "standard" ? undefined : row.risk,
    safetyReviews: all.safetyReviews(row.id),
    dangerReview: answer?.reviewOn
      ? { id: answer.id, assessedOn: on(answer.assessedAt), reviewOn: answer.reviewOn }
      : null,
    natures: natures.toSorted(),
    traits: row.traits ?? traitsOf(natures),
    days: {
      openedOn: on(row.openedAt),
      firstActOn: dates?.first ? on(dates.first) : null,
      lastActOn: dates?.last ? on(dates.last) : null,
      dangerSince: row.inDanger ? (row.dangerSince ?? row.openedAt) : null,
      checks: all.checks(row.id).map(({ exhibitId, number, since, linked }) => ({
        exhibitId,
        code: exhibitCode(number),
        since: on(since),
        liveLink: linked,
      })),
    },
    clockChanges: all.changes(row.id),
    handClocks: all.byHand(row.id),
    nextActs: all.nextActs(row.id).flatMap(({ noteId, kind, party, happenedAt, nextOn }) => {
      const notedOn = on(happenedAt);
      return nextOn ? [{ noteId, title: nextActTitle({ kind, party, on: notedOn }), notedOn, nextOn }] : [];
    }),
    referrals: all
      .referrals(row.id)
      .flatMap(({ state, madeAt, ...referral }) =>
        state === "open" || state === "accepted" ? [{ ...referral, state, madeOn: on(madeAt) }] : [],
      ),
    releases: all.consents(row.id),
    preservations: all.keeps(row.id),
    refusals: all.refused(row.id).map((refusal) => ({
      number: refusal.number,
      stepKey: refusal.stepKey,
      rungKey: refusal.rungKey,
      refusedOn: civilDate(refusal.refusedAt, refusal.zone),
      rungSince: refusal.rungSince,
    })),
    platforms: all.places.get(row.id) ?? [],
    takedowns: all.items.get(row.id) ?? [],
  };
}

/** An act shows what the matter is about. That no act shows it says nothing: more may come. */
const traitsOf = (natures: readonly string[]): string[] | undefined =>
  natures.some((nature) => imageNatures.includes(nature)) ? ["intimate_images"] : undefined;

type Given = { packetId: string; openedAt: Date | null; acknowledgedAt: Date | null };

function statusOf(packet: { id: string; status: string }, given: readonly Given[]): PacketStatus {
  const mine = given.filter((handover) => handover.packetId === packet.id);
  if (mine.some((given) => given.acknowledgedAt)) return "acknowledged";
  if (mine.some((given) => given.openedAt)) return "opened";
  if (mine.length > 0) return "handed_over";
  if (packet.status === "approved") return "approved";
  return packet.status === "ready" ? "ready" : "drafted";
}
