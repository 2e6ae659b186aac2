import { askWordsFor, type Law } from "@/lib/law/jurisdictions/rules";
import { whyNotStanding } from "@/lib/packets/release-cover/rules";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { type ChosenAsk, chosenAsks } from "../asks/choose";
import { proposeAsks, proposeKeeping } from "../asks/propose";
import { askGiven } from "../asks/read-given";
import { entityLabel } from "../fixed-text";
import type { DraftContent } from "../input";
import { packetKinds } from "../labels";
import type { PacketKindKey } from "../types";
import type { CaseRecord } from "./read-case";
import { releaseParts } from "./releases";
import type { PacketSnapshotInput } from "./snapshot";
import { dataClasses } from "./snapshot-parts";
import { accountCode, incidentCode } from "./words";

type Part = NonNullable<PacketSnapshotInput["request"]>;
type Item = NonNullable<Part["items"]>[number];
type Setting = {
  kind: PacketKindKey;
  law: Law;
  references: PacketSnapshotInput["references"];
  /** The zone at home, and the civil date there. */
  home: string;
  today: CivilDate;
};

/** What is sought, of whom and for which time, and why. */
export function requestPart(record: CaseRecord, draft: DraftContent, setting: Setting): Part {
  const incidents = record.incidents.map(incidentCode);
  const accounts = record.accounts.map(accountCode);
  const bases = [...incidents, ...accounts];
  const sources = bases.length > 0 ? bases : ["case record"];
  const written = (text: string) => (text ? { text, sources } : null);
  return {
    ...askParts(record, draft, setting),
    purpose: draft.purpose ? [{ text: draft.purpose, sources }] : [],
    certification: draft.certification ? { text: draft.certification, sources: ["case record"] } : null,
    secrecy: written(draft.secrecy),
    urgency: draft.urgency
      .split(/\n+/)
      .map((line) => line.trim())
      .filter(Boolean)
      .map((text) => ({ text, sources })),
  };
}

/** A letter has records kept, whoever holds them; a request names what the other country holds and nothing else. */
function askParts(record: CaseRecord, draft: DraftContent, setting: Setting): Part {
  const { asks, hasRequest } = packetKinds[setting.kind];
  if (!asks.includes("asks")) return {};
  const given = askGiven(record, setting.law);
  if (!hasRequest) return { items: itemsOf(chosenAsks(proposeKeeping(given), draft)) };
  const { proposals, gaps, atHome } = proposeAsks(given);
  const chosen = chosenAsks(proposals, draft);
  return {
    items: itemsOf(chosen),
    asks: chosen.map((ask, i) => ({ no: i + 1, ...ask })),
    gaps,
    atHome,
    authority: authorityOf(record, setting),
  };
}

/** As older versions print them: one item for each holder and class of data, one row for each account and time. */
function itemsOf(chosen: readonly ChosenAsk[]): Item[] {
  const holderOf = ({ holder, accounts }: ChosenAsk) =>
    accounts.length > 0 && holder.entity !== null ? entityLabel(holder.name, holder.entity) : holder.name;
  const providers = [...new Set(chosen.map(holderOf))];
  const groups = providers.flatMap((provider) => dataClasses.map((dataClass) => ({ provider, dataClass })));
  return groups
    .map(({ provider, dataClass }) => ({
      provider,
      dataClass,
      rows: chosen
        .filter((ask) => holderOf(ask) === provider && ask.class === dataClass)
        .map((ask) => ({
          accounts: ask.accounts,
          what: ask.records,
          from: ask.from === "creation" ? null : ask.from,
          to: ask.to === "answer" ? null : ask.to,
        })),
    }))
    .filter((item) => item.rows.length > 0)
    .map((item, i) => ({ code: `Q-${i + 1}`, ...item }));
}

/** What shows that an authority at home has the matter: a number of its own, or a prosecutor whom a release names. */
export function authorityOf(
  record: CaseRecord,
  { law, references = [], home, today }: Pick<Setting, "law" | "references" | "home" | "today">,
): NonNullable<Part["authority"]> | null {
  const asked = askWordsFor(record.case.pair, law)?.authority;
  if (!asked) return null;
  const numbers = references.filter(({ type, state }) => state === "issued" && asked.types.includes(type));
  const { releases = [] } = releaseParts(record, home);
  const named = releases.filter(
    (release) =>
      release.roles?.includes("prosecutor") &&
      whyNotStanding({ ...release, revokedOn: release.revokedOn ?? null }, today) === null &&
      (release.officers ?? []).some((officer) => !officer.takenOffOn),
  );
  return {
    shownBy: [...numbers, ...named].map(({ code }) => code),
    missing: asked.missing,
    first: [...asked.first],
  };
}
