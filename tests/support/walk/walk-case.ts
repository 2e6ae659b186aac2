import { miniText } from "@/lib/escalation/ladder/rules";
import { currentKeep, keptUntil } from "@/lib/escalation/preservation/rules";
import { listPlaces } from "@/lib/escalation/steps/list-places";
import { standing, whoHasIt } from "@/lib/escalation/steps/rules";
import { fullTitle } from "@/lib/law/clocks/labels";
import { countsAsDate } from "@/lib/law/clocks/rules";
import { findPlaybook, houseLaw, isPerPlatform } from "@/lib/law/jurisdictions/rules";
import { noAnswer } from "@/lib/packets/packets/snapshot/snapshot-parts";
import { civilDate } from "@/lib/platform/time/clock";
import { differ, sorted } from "./compare";
import type { CasePages, Desk, Office } from "./read-pages";

type Walked = { pages: CasePages; office: Office; desk: Desk | null };

/** Every fact of one case that two places show, and where they do not agree. */
export function walkCase(walked: Walked): string[] {
  const found = [
    ...whatItIs(walked),
    ...whatIsNext(walked),
    ...whoHasWhat(walked),
    ...reports(walked),
    ...whatRuns(walked),
    ...numbers(walked),
    ...evidence(walked),
    ...board(walked),
    ...kept(walked),
  ];
  return found.map((line) => `${walked.pages.row.code} ${walked.pages.row.pair}: ${line}`);
}

function whatItIs({ pages: { row, header, client, snapshot, stops, reading }, office }: Walked): string[] {
  const listed = office.rows.get(row.id);
  const isStopped = stops.stop !== null;
  return [
    ...differ("code", { list: listed?.code, header: header.code, packet: snapshot.packet.no.replace(/-P1$/, "") }),
    ...differ("pseudonym", { list: listed?.pseudonym, header: header.pseudonym, client: client.pseudonym }),
    ...differ("pair", { list: listed?.pair, header: header.pair, packet: snapshot.case.pair }),
    ...differ("risk", { list: listed?.risk, header: header.risk }),
    ...differ("danger", {
      list: listed?.inDanger,
      header: header.inDanger,
      ladder: reading?.facts.danger ?? row.inDanger,
    }),
    ...differ("closed", { list: listed?.closedAt, header: header.closedAt }),
    ...differ("owner", { list: listed?.ownerName, header: header.ownerName }),
    ...differ("minor", { client: client.isMinor, stop: stops.clientIsMinor }),
    ...differ("no files", {
      stop: isStopped,
      packet: snapshot.case.filesStopped,
      ladder: reading?.facts.keepsNoFiles ?? isStopped,
    }),
  ];
}

function whatIsNext({ pages: { row, header, ladder, deadlines }, office }: Walked): string[] {
  const listed = office.rows.get(row.id);
  const first = deadlines.clocks.find(countsAsDate);
  const day = first?.dueOn ?? null;
  const left = first ? Math.round((Date.parse(first.dueOn) - Date.parse(header.today)) / 86_400_000) : null;
  if (row.closedAt) {
    return differ("closed case", {
      list: [listed?.nextStep, listed?.nextDueOn],
      header: ["", header.nextDueOn],
      deadlines: ["", deadlines.clocks[0]?.dueOn ?? null],
    });
  }
  return [
    ...differ("next step", { list: listed?.nextStep, ladder: ladder.next.act }),
    ...differ("level", { list: [listed?.level, listed?.levels], ladder: [ladder.level.number, ladder.level.of] }),
    ...differ("marks", { list: listed?.marks, ladder: miniText(ladder) }),
    ...differ("next date", { list: listed?.nextDueOn, header: header.nextDueOn, deadlines: day }),
    ...differ("its name", {
      list: listed?.nextDueLabel,
      header: header.nextDueLabel,
      deadlines: first ? fullTitle(first) : null,
    }),
    ...differ("overdue", {
      filter: office.overdue.has(row.id),
      header: header.late,
      deadlines: deadlines.clocks.some((clock) => clock.state === "overdue" && countsAsDate(clock)),
    }),
    ...differ("due this week", {
      filter: office.week.has(row.id),
      header: left !== null && !header.late && left <= 7,
    }),
  ];
}

/**
 * On whom each step waits, and each report of one that has several: My work and the clocks by report, the card by the
 * whole step, and what the ladder's rules say of both.
 */
function whoHasWhat({ pages, desk }: Walked): string[] {
  const { row, ladder, reading, deadlines } = pages;
  if (!reading) return [];
  const steps = Object.values(reading.playbook.steps);
  const out = steps
    .flatMap((step) => listPlaces(reading, step))
    .filter((part) => standing(part.reading, part.step) === "waiting")
    .map(({ key, reading: own, step }) => ({ key, stepKey: step.key, who: whoHasIt(own, step) }));
  const listed = desk?.work.queue.waiting;
  const waiting = listed && listed.count === listed.items.length ? listed : null;
  const work = waiting?.items.filter((item) => item.caseId === row.id && item.stepKey !== null);
  const line = (stepKey: string, part: string, who: string) => `${stepKey}/${part} ${who}`;
  const calm = out.filter(({ stepKey, key }) => !asksToday(pages, stepKey, key));
  const ofRules = sorted(calm.map(({ stepKey, key, who }) => line(stepKey, key, who)));
  return [
    ...differ("steps with others", {
      ladder: ofRules,
      work: work ? sorted(work.map((waits) => line(waits.stepKey ?? "", waits.part, waits.waitsOn))) : ofRules,
    }),
    ...out.flatMap(({ key, stepKey, who }) => {
      const card = cardsOf(ladder).find((step) => step.key === stepKey);
      const { status } = card?.parts.find((part) => part.key === key) ?? card ?? {};
      if (status !== "waiting") return [];
      const clocks = deadlines.clocks.filter(
        (clock) => clock.stepKey === stepKey && isOfPart(clock.path, key) && clock.waitsOn,
      );
      const waits = Object.fromEntries(clocks.map((clock) => [clock.key, clock.waitsOn]));
      return differ(`who has ${stepKey} ${key}`, { rules: who, ...waits });
    }),
    ...steps.flatMap((step) => {
      const card = cardsOf(ladder).find((candidate) => candidate.key === step.key);
      // What lapses says its day in place of the one on whom it waits.
      const says = card?.status === "waiting" && /^Waiting on (.*)/.exec(card.word)?.[1];
      return says ? differ(`whole ${step.key}`, { card: says, rules: whoHasIt(reading, step) }) : [];
    }),
  ];
}

/** What is with others is in the queue, and not in the list of waits, once it is to be asked for again. */
function asksToday({ ladder, deadlines }: CasePages, stepKey: string, key: string): boolean {
  const due = deadlines.clocks.some(
    (clock) =>
      clock.key.startsWith("step:") &&
      clock.stepKey === stepKey &&
      isOfPart(clock.path, key) &&
      countsAsDate(clock) &&
      clock.dueOn <= deadlines.today,
  );
  const silent = [ladder.next, ...ladder.alsoReady].some(
    (next) => next.rule === "silent" && next.stepKey === stepKey && (!key || next.path.endsWith(key)),
  );
  return due || silent;
}

/** A part of a step is a report of it, or an item of the take-down list: its clock leads there. The whole step has no path. */
function isOfPart(path: string | undefined, key: string): boolean {
  return key === "" ? path === undefined : path?.endsWith(key) === true;
}

/** Each number that a platform gave is one report on the card, and what came of it is in the packet. */
function reports({ pages: { row, ladder, references, snapshot } }: Walked): string[] {
  const parts = cardsOf(ladder).flatMap((card) => card.parts);
  const kinds = Object.values(findPlaybook(row.pair, row.playbookVersion)?.steps ?? {}).flatMap((step) =>
    isPerPlatform(step, houseLaw) ? step.produces.references : [],
  );
  const issued = references.filter((reference) => kinds.includes(reference.kind) && reference.counts);
  const hasReports = parts.length > 0;
  return [
    ...differ("numbers of reports", {
      card: sorted(parts.flatMap((part) => part.number ?? [])),
      case: hasReports ? sorted(issued.map((reference) => reference.display)) : [],
    }),
    ...differ("answered reports with a number", {
      card: sorted(parts.flatMap((part) => (part.number && part.status === "done" ? part.number : []))),
      packet: sorted(
        snapshot.references.flatMap((reference) =>
          reference.answer && reference.answer !== noAnswer ? reference.number : [],
        ),
      ),
    }),
  ];
}

const cardsOf = (ladder: CasePages["ladder"]) =>
  ladder.levels.flatMap(({ rows }) => rows.flatMap((row) => [row.home, row.there])).filter((step) => step !== null);

function whatRuns({ pages, office }: Walked): string[] {
  const { row, ladder, deadlines, closing, refusals, header, releases, reading, references, snapshot } = pages;
  const left = (kind: string) => closing.open.filter((openItem) => openItem.kind === kind).length;
  const line = (clock: { key: string; dueOn: string; state: string; words: string; waitsOn: string | null }) =>
    [clock.key, clock.dueOn, clock.state, clock.words, clock.waitsOn].join(" ");
  const ofCase = sorted(deadlines.clocks.map(line));
  const open = refusals.refusals.filter((refusal) => !refusal.settledOn);
  return [
    ...differ("clocks", {
      case: ofCase,
      team: sorted((office.deadlines.get(row.id) ?? []).map(line)),
      ladder: row.closedAt ? ofCase : sorted(ladder.clocks.map(line)),
    }),
    ...differ("open refusals", {
      header: header.openRefusals,
      desk: open.length,
      ladder: reading?.facts.refusals?.length ?? open.length,
    }),
    ...differ("how many releases", { header: header.counts.releases, page: releases.length }),
    ...differ("releases", {
      page: sorted(
        releases.map((release) => `REL-${release.number} ${release.expiresOn} ${release.revokedAt !== null}`),
      ),
      packet: sorted(
        snapshot.releases.map((release) => `${release.code} ${release.expiresOn} ${release.revokedOn !== null}`),
      ),
    }),
    ...(row.closedAt
      ? []
      : [
          ...differ("clocks that stay open", { closing: left("clock"), deadlines: deadlines.clocks.length }),
          ...differ("refusals that stay open", { closing: left("refusal"), desk: open.length }),
          ...differ("numbers that stay open", {
            closing: left("reference"),
            case: references.filter((reference) => !reference.counts).length,
          }),
          ...differ("releases in force", {
            closing: left("release"),
            page: releases.filter((release) => !release.revokedAt && release.expiresOn >= deadlines.today).length,
          }),
        ]),
  ];
}

function numbers({ pages: { row, header, references, reading, snapshot }, office }: Walked): string[] {
  const register = office.register.get(row.id) ?? [];
  const printed = snapshot.references.slice(0, references.length);
  const counted = references.map((reference) => (reference.counts ? reference.display : null));
  return [
    ...differ("how many numbers", {
      header: header.counts.references,
      case: references.length,
      register: register.length,
    }),
    ...differ("numbers", {
      case: sorted(references.map((reference) => `${reference.kind} ${reference.display}`)),
      register: sorted(register.map((reference) => `${reference.kind} ${reference.display}`)),
    }),
    ...differ("numbers that count", {
      case: sorted(counted),
      packet: sorted(printed.map((reference) => reference.number)),
      ladder: reading
        ? sorted(reading.facts.references.map((reference) => (reference.state === "issued" ? reference.display : null)))
        : sorted(counted),
    }),
    ...differ("days of numbers", {
      case: references.map((reference) => reference.issuedOn),
      packet: printed.map((reference) => reference.issuedOn),
    }),
  ];
}

function evidence({ pages: { header, exhibits, incidents, incidentPage, reading, snapshot } }: Walked): string[] {
  const acts = incidents.filter((incident) => incident.kind === "act");
  const first = acts[0];
  const last = acts.at(-1);
  const home = (at: Date | undefined) => (at ? civilDate(at, header.homeZone) : null);
  const days = reading?.facts.days;
  return [
    ...differ("exhibits", {
      header: header.counts.exhibits,
      list: exhibits.length,
      packet: snapshot.exhibits.length,
      ladder: reading?.facts.counts.exhibits ?? exhibits.length,
    }),
    ...differ("hashes", {
      list: sorted(exhibits.map((exhibit) => `${exhibit.label} ${exhibit.sha256}`)),
      packet: sorted(snapshot.exhibits.map((exhibit) => `${exhibit.code} ${exhibit.files[0]?.sha256}`)),
    }),
    ...differ("ties", {
      exhibits: sorted(
        exhibits.map((exhibit) => `${exhibit.label} ${sorted(exhibit.incidents.map(({ code }) => code))}`),
      ),
      incidents: sorted(
        exhibits.map((exhibit) => {
          const theirs = incidents.filter((act) => act.exhibits.some(({ id }) => id === exhibit.id));
          return `${exhibit.label} ${sorted(theirs.map(({ code }) => code))}`;
        }),
      ),
      packet: sorted(snapshot.exhibits.map((exhibit) => `${exhibit.code} ${sorted(exhibit.shows)}`)),
    }),
    ...differ("incidents", {
      header: header.counts.incidents,
      list: incidents.length,
      page: incidentPage.counts.all,
      packet: snapshot.incidents.length + snapshot.events.length,
      ladder: reading?.facts.counts.incidents ?? incidents.length,
    }),
    ...differ("acts", { list: acts.length, page: incidentPage.counts.act, packet: snapshot.incidents.length }),
    ...differ("first and last act", {
      list: [home(first?.happenedAt ?? undefined), home(last?.happenedAt ?? undefined)],
      ladder: days
        ? [days.firstActOn, days.lastActOn]
        : [home(first?.happenedAt ?? undefined), home(last?.happenedAt ?? undefined)],
      packet: packetDays(snapshot, header.homeZone),
    }),
    ...differ("what shows knowledge", {
      list: sorted(incidents.filter((incident) => incident.knowledgeText !== null).map(({ code }) => code)),
      // What a chat alone shows stands in the packet by its exhibit, and in no list of incidents.
      packet: sorted(
        (snapshot.facts?.knowledge ?? []).map(({ code }) => code).filter((code) => !code.startsWith("E-")),
      ),
    }),
  ];
}

function packetDays({ incidents }: CasePages["snapshot"], zone: string) {
  const all = incidents.map(({ at }) => new Date(at)).toSorted((a, b) => a.getTime() - b.getTime());
  const first = all[0];
  const last = all.at(-1);
  return [first ? civilDate(first, zone) : null, last ? civilDate(last, zone) : null];
}

function board({ pages: { header, subjects, board: page, identifiers, snapshot, reading } }: Walked): string[] {
  const accounts = subjects.flatMap((subject) => subject.accounts);
  const needing = accounts.filter((account) => account.needsId);
  const lines = (all: readonly { code: string; platformId: string | null }[]) =>
    sorted(all.map((account) => `${account.code} ${account.platformId}`));
  const printed = snapshot.case.subjectIdentifiers;
  return [
    ...differ("subjects", { header: header.counts.subjects, list: subjects.length, page: page.total }),
    ...differ("permanent IDs", { board: lines(accounts), packet: lines(snapshot.accounts) }),
    ...differ("accounts without id", {
      header: header.needsAccountId,
      board: needing.length,
      page: page.nameless.count,
      packet: snapshot.accounts.filter((account) => account.platformId === null).length,
    }),
    ...differ("accounts with id", {
      board: accounts.length - needing.length,
      ladder: reading?.facts.counts.subjectsWithAccountId ?? accounts.length - needing.length,
    }),
    ...differ("handles", {
      board: sorted(accounts.map((account) => `${account.code} ${account.handle}`)),
      packet: sorted(snapshot.accounts.map((account) => `${account.code} ${account.handles.at(-1)?.handle}`)),
    }),
    ...differ("identifiers", {
      board: sorted(identifiers.map(({ value }) => value)),
      packet: sorted(printed.map(({ value }) => value)),
    }),
  ];
}

/** How each account stands with its provider: the forecast of the Deadlines page and the calculated facts of a packet. */
function kept({ pages: { forecasts, deadlines, snapshot, reading, row } }: Walked): string[] {
  const facts = snapshot.facts?.preservation ?? [];
  const held = forecasts.filter(({ forecast }) => forecast.state === "covered");
  return [
    ...differ("kept accounts", {
      forecast: sorted(
        held.map((accountForecast) => `A${accountForecast.number} ${accountForecast.forecast.coveredUntil}`),
      ),
      packet: sorted(facts.filter((fact) => fact.held).map((fact) => `${fact.account} ${fact.until}`)),
      rules: reading
        ? sorted(
            forecasts.flatMap((forecast) => {
              const keep = currentKeep(reading.facts.preservations ?? [], forecast.accountId);
              const until = keep && keptUntil(keep, reading.law);
              const isOver = until !== null && until < reading.moment.today;
              return keep?.acceptedOn && !keep.refusedOn && !isOver ? [`A${forecast.number} ${until}`] : [];
            }),
          )
        : sorted(held.map((accountForecast) => `A${accountForecast.number} ${accountForecast.forecast.coveredUntil}`)),
    }),
    ...(row.closedAt
      ? []
      : differ("forecasts", { page: deadlines.accounts.length, accounts: snapshot.accounts.length })),
  ];
}
