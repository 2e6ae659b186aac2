import { findAgency, findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook, Rung } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import type { DraftContent } from "../input";
import { packetKinds } from "../labels";
import { receiverFields } from "../rules";
import { stationOf } from "../snapshot/numbers";
import type { CaseRecord } from "../snapshot/read-case";
import { accountCode } from "../snapshot/words";
import type { PacketKindKey, ReceiverRole } from "../types";
import { type RefusalRow, stepsFor } from "./steps";

type Given = {
  kind: PacketKindKey;
  record: CaseRecord;
  playbook: Playbook;
  law: Law;
  today: CivilDate;
  /** The refusal being complained about, with its current level. */
  refused: { row: RefusalRow; rung: Rung | null } | null;
};

/**
 * The initial content of a kind's first draft: its receivers from the law data of the pair, the request for each
 * account, and one refusal. What only a person can say (the stage, the screening, danger) stays empty.
 */
export function firstDraft(given: Given): Partial<DraftContent> {
  const { kind, refused } = given;
  const { asks } = packetKinds[kind];
  return {
    ...receiversFor(given),
    ...(asks.includes("asks") ? { asks: asksFor(given) } : {}),
    ...(asks.includes("ncb") ? { ncbAsk: ncbFor(given) } : {}),
    ...(asks.includes("refusal") && refused ? { refusal: refused.row.id } : {}),
  };
}

function receiversFor(given: Given): Partial<DraftContent> {
  const names = packetKinds[given.kind].receivers.map((role) => [receiverFields[role], nameOf(role, given)] as const);
  return Object.fromEntries(names);
}

const withoutWay = (text: string) => text.replace(/, (in writing|on the spot).*$/, "");

/** An office, never a person. Empty if the law data of the pair names none. */
function nameOf(role: ReceiverRole, given: Given): string {
  const place = placeOf(given);
  const agencies = agenciesOf(given, given.kind);
  switch (role) {
    case "investigating_officer":
      return given.kind === "docket_pack" && !place
        ? ""
        : [t("Investigating officer"), place].filter(Boolean).join(", ");
    case "prosecutor":
      return agencies[0] ? t("Prosecutor, {name}", { name: agencies[0].name }) : "";
    case "central_authority":
      return asCentral(agencies.at(-1)?.name ?? "");
    case "ncb":
      return agencies[0]?.name ?? "";
    case "station":
      return given.kind === "refusal_complaint"
        ? rungName(given, false)
        : [agencies[0]?.name, place].filter(Boolean).join(", ");
    case "complaints_body":
      return rungName(given, true);
    case "other_side":
      return "";
  }
}

/** In the step of a request the law data names who applies first, and who sends it last. */
function agenciesOf({ playbook, law }: Pick<Given, "playbook" | "law">, kind: PacketKindKey) {
  const [step] = stepsFor(kind, playbook);
  return (step?.agencies ?? []).flatMap((key) => findAgency(key, law) ?? []);
}

function asCentral(name: string): string {
  return name === "" || /central authority/i.test(name) ? name : t("Central authority: {name}", { name });
}

/** A body that hears complaints requires the client's written consent; a unit commander does not. */
function rungName({ refused }: Given, isBody: boolean): string {
  if (!refused) return "";
  const { row, rung } = refused;
  if (rung === null) return isBody ? "" : row.office;
  if ((rung.authority !== undefined) !== isBody) return "";
  return isBody ? withoutWay(rung.to) : `${withoutWay(rung.to)}, ${row.office}`;
}

/** The station that gave the docket its number, when it is at home. */
function placeOf({ record, playbook, law }: Given): string | null {
  const home = record.references.filter(
    (row) => row.state === "issued" && findReferenceKind(row.kind, law)?.jurisdiction === playbook.home.code,
  );
  return home.map((row) => stationOf(row.kind, row.canonical)).find((station) => station !== null) ?? null;
}

/** The whole span of the incidents. Preserving records needs no court, so a briefing names the content too. */
function asksFor({ kind, record, today }: Given): DraftContent["asks"] {
  const first = record.incidents.map((row) => civilDate(row.happenedAt, "UTC")).toSorted()[0];
  const keeps = kind === "preservation_briefing" && first !== undefined;
  const range = { from: first ?? "", to: today };
  const one = { subscriber: true, traffic: first !== undefined, content: keeps, ...range };
  return Object.fromEntries(record.accounts.map((row) => [accountCode(row), one]));
}

function ncbFor({ record, playbook }: Given): DraftContent["ncbAsk"] {
  const { demonym } = playbook.there;
  const codes = record.accounts.map(accountCode);
  const accounts =
    codes.length > 1
      ? t("{value} and {value2}", { value: codes.slice(0, -1).join(", "), value2: codes.at(-1) })
      : codes[0];
  const action = [
    accounts ? `Identify the user of ${accounts} from what ${demonym} police hold.` : "",
    t("Say whether {demonym} agency has or would open a case.", { demonym: withArticle(demonym) }),
  ];
  return {
    purpose: "identify",
    action: action.filter(Boolean).join("\n"),
    by: "",
    priority: "normal",
    conditions: t(
      "For this investigation. Not to be shown to the subject. Onward only to {demonym} police handling this matter.",
      { demonym },
    ),
    level: "restricted",
  };
}

const withArticle = (word: string) => `${/^[AEIO]/.test(word) ? "an" : "a"} ${word}`;
