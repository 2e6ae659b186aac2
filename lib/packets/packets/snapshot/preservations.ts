import { currentKeep, forecastGap, keptUntil, rulesFor } from "@/lib/escalation/preservation/rules";
import type { PreservationFact } from "@/lib/escalation/preservation/types";
import { briefingWordsOf } from "@/lib/law/jurisdictions/pairs/briefing-words";
import { findPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import { formatDate } from "@/lib/platform/text/format";
import { addDays, type CivilDate, daysBetween } from "@/lib/platform/time/calendar";
import { type ChosenAsk, chosenAsks } from "../asks/choose";
import { classRecords } from "../asks/kinds";
import { proposeKeeping } from "../asks/propose";
import { askGiven } from "../asks/read-given";
import type { Proposal } from "../asks/types";
import type { DraftContent } from "../input";
import { referenceCode } from "./numbers";
import { providerOf } from "./people";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { dataClasses } from "./snapshot-parts";
import { accountCode, sourceWords } from "./words";

type Part = NonNullable<PacketSnapshotInput["preservation"]>;
type Row = Part["rows"][number];
type Account = CaseRecord["accounts"][number];
type Setting = { today: CivilDate; law: Law; references: PacketSnapshotInput["references"] };

/** What an officer may ask each provider to preserve. The dates follow from the provider's rules. */
export function preservationPart(
  record: CaseRecord,
  draft: DraftContent,
  setting: Setting,
): Pick<PacketSnapshotInput, "preservation"> {
  const letterOn = draft.letterOn || setting.today;
  const asked = record.accounts.filter((row) =>
    dataClasses.some((dataClass) => draft.asks[accountCode(row)]?.[dataClass]),
  );
  const proposals = proposeKeeping(askGiven(record, setting.law));
  const chosen = chosenAsks(proposals, draft);
  const letter = { letterOn, chosen, proposals, draft };
  const rows = (asked.length > 0 ? asked : record.accounts).map((row) => rowOf(record, row, letter, setting));
  const firsts = rows.flatMap((row) =>
    row.state === "kept" || !row.expiresOn ? [] : daysBetween(letterOn, row.expiresOn),
  );
  return {
    preservation: {
      letterOn,
      rows,
      days: firsts.toSorted((a, b) => a - b)[0] ?? null,
      forecast: forecastOf(record, rows, letterOn, setting),
    },
  };
}

/** What a provider preserves on this date, account by account: a dossier must not say that nothing is preserved. */
export function keptParts(record: CaseRecord, today: CivilDate, law: Law): PacketSnapshotInput["kept"] {
  return record.accounts.flatMap((row) => {
    const keep = currentKeep(record.preservations, row.id);
    const until = keep && keptUntil(keep, law);
    if (!keep?.acceptedOn || keep.refusedOn || (until && until < today)) return [];
    const reference = referenceCode(record, keep.referenceId);
    return [{ account: accountCode(row), until, askedOn: keep.askedOn, runsFrom: keep.acceptedOn, reference }];
  });
}

type Letter = {
  letterOn: CivilDate;
  chosen: readonly ChosenAsk[];
  proposals: readonly Proposal[];
  draft: DraftContent;
};

function rowOf(record: CaseRecord, row: Account, letter: Letter, setting: Setting): Row {
  const { letterOn } = letter;
  const { law, today } = setting;
  const { clockLaw } = briefingWordsOf(record.case.pair).preservation;
  const code = accountCode(row);
  const platform = findPlatform(row.platform, law);
  const provider = providerOf(row.platform, law, record.case.pair);
  const keep = currentKeep(record.preservations, row.id);
  const isKept = keep?.acceptedOn && !keep.refusedOn;
  const counted = isKept ? keep : supposed(row, letterOn);
  const { coveredUntil, renewUntil, goneAfter, state } = forecastGap(counted, letterOn, law, null);
  const asked = letter.chosen.filter((ask) => ask.accounts.includes(code));
  // What an administrator found is about where a client reports, and is printed nowhere.
  const words = findPlatform(row.platform)?.sources.slice(0, 1).map(sourceWords) ?? [];
  return {
    account: code,
    entity: provider?.entity ?? null,
    route: platform?.lawEnforcementPortal ?? null,
    law: provider && provider.law.length > 0 ? provider.law : words,
    types: asked.length > 0 ? [...new Set(asked.map((ask) => ask.records))] : Object.values(classRecords),
    asks: platform?.stableIdentifier ?? null,
    retention: platform?.retention ?? null,
    ...(asked.length > 0 ? timeOf(letter, code) : { from: null, to: null }),
    state: stateOf(keep, coveredUntil, today),
    sentOn: keep && !keep.refusedOn ? keep.askedOn : null,
    reference:
      setting.references?.find((reference) => reference.type === "preservation" && reference.accounts?.includes(code))
        ?.number ?? null,
    extendBy: state === "lapsed" || !renewUntil ? null : extendBy(counted, renewUntil, law),
    expiresOn: coveredUntil,
    secondExpiresOn: goneAfter && goneAfter !== coveredUntil ? goneAfter : null,
    notifies: platform?.notifiesText ?? null,
    clocks: rulesFor(row.platform, law).map((rule) => clockLaw[rule.code] ?? sourceWords(rule.sources[0] ?? nothing)),
  };
}

/**
 * From the first time that is asked for to the last; a provider keeps what is there, so without dates of a person it
 * runs to the day of the letter.
 */
function timeOf({ letterOn, chosen, proposals, draft }: Letter, code: string): Pick<Row, "from" | "to"> {
  const asked = chosen.filter((ask) => ask.accounts.includes(code));
  const around = proposals.filter((one) => one.accounts.includes(code)).flatMap((one) => one.ranges);
  const starts = (ranges: readonly { from: string | null }[]) =>
    ranges.flatMap(({ from }) => (from && from !== "creation" ? [from] : [])).toSorted();
  const ends = asked.flatMap(({ to }) => (to && to !== "answer" ? [to] : [])).toSorted();
  const isGiven = dataClasses.some((dataClass) => draft.asks[code]?.ranges[dataClass].to);
  return {
    from: starts(asked)[0] ?? starts(around)[0] ?? null,
    to: (isGiven ? ends.at(-1) : null) ?? `${letterOn}T23:59:59Z`,
  };
}

const nothing = { source: "law data", marks: ["G"] };

/** The preservation that the letter asks for, as if it were accepted on the day on which it goes out. */
function supposed(row: Account, on: CivilDate): PreservationFact {
  const none = { refusedOn: null, renewedOn: null, expiresOn: null };
  return {
    ...none,
    id: "",
    accountId: row.id,
    accountNumber: row.number,
    platform: row.platform,
    askedOn: on,
    acceptedOn: on,
  };
}

function stateOf(keep: PreservationFact | null, until: CivilDate | null, today: CivilDate): Row["state"] {
  if (!keep || keep.refusedOn) return "not_asked";
  if (!keep.acceptedOn) return "asked";
  return until && until < today ? "expired" : "kept";
}

/** By the provider's own deadline; where it names none, by the last alert before the end. */
function extendBy(keep: PreservationFact, until: CivilDate, law: Law): CivilDate {
  const rules = rulesFor(keep.platform, law);
  const alerts = rules.filter((rule) => rule.sense === "lapse" && rule.renewal).flatMap((rule) => rule.alertsAfter);
  const last = alerts.toSorted((a, b) => a - b).at(-1);
  if (!keep.acceptedOn || last === undefined) return until;
  const alert = addDays(keep.acceptedOn, last);
  return alert < until ? alert : until;
}

const stateTypes = ["letter_of_request", "central_authority", "oia"];

/** When kept records may be gone, against a request of which no answer is dated. */
function forecastOf(record: CaseRecord, rows: readonly Row[], letterOn: CivilDate, setting: Setting): Part["forecast"] {
  const dated = rows.filter((row) => row.expiresOn);
  if (dated.length === 0) return null;
  const { gap } = briefingWordsOf(record.case.pair).preservation;
  const groups = [...new Set(dated.map((row) => lineOf(row, letterOn)))].map((line) => {
    const accounts = dated.filter((row) => lineOf(row, letterOn) === line).map((row) => row.account);
    return `${accounts.join(", ")}: ${line}.`;
  });
  const sent = (setting.references ?? []).filter(
    (reference) => stateTypes.includes(reference.type) && reference.issuedOn,
  );
  const first = sent.toSorted((a, b) => (a.issuedOn ?? "").localeCompare(b.issuedOn ?? ""))[0];
  const request = first?.issuedOn
    ? ` A request from state to state is recorded for ${formatDate(first.issuedOn)}.`
    : "";
  const clocks = [...new Set(dated.flatMap((row) => row.clocks ?? []))];
  return {
    text: `Forecast. ${groups.join(" ")}${request} ${gap.text}`,
    sources: [...new Set([...clocks, ...(first ? [first.code] : []), ...gap.sources])],
  };
}

function lineOf(row: Row, letterOn: CivilDate): string {
  const start = row.state === "kept" ? "kept" : `if preserved on ${formatDate(letterOn)}, kept`;
  const parts = [
    row.extendBy ? `extension to be asked for by ${formatDate(row.extendBy)}` : "",
    row.expiresOn ? `${start} until ${formatDate(row.expiresOn)}` : "",
    row.secondExpiresOn ? `with one renewal until ${formatDate(row.secondExpiresOn)}` : "not longer",
  ];
  return parts.filter(Boolean).join("; ");
}
