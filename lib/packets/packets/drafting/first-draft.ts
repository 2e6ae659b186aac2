import { findAgency, findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook, Rung } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import { proposeAsks, proposeKeeping } from "../asks/propose";
import { askGiven } from "../asks/read-given";
import type { AskClass, Proposal } from "../asks/types";
import type { DraftContent } from "../input";
import { packetKinds } from "../labels";
import { receiverFields } from "../rules";
import { stationOf } from "../snapshot/numbers";
import type { CaseRecord } from "../snapshot/read-case";
import { accountCode, exhibitCode } from "../snapshot/words";
import type { PacketKindKey, ReceiverRole } from "../types";
import { type RefusalRow, stepsFor } from "./steps";

type Given = {
  kind: PacketKindKey;
  record: CaseRecord;
  playbook: Playbook;
  law: Law;
  /** The refusal being complained about, with its current level. */
  refused: { row: RefusalRow; rung: Rung | null } | null;
  /** Exhibits that are signed papers, by id. */
  papers: ReadonlySet<string>;
};

/**
 * The initial content of a kind's first draft: its receivers from the law data of the pair, the request for each
 * account, and one refusal. What only a person can say (the stage, the screening, danger) stays empty.
 */
export const firstDraft = (given: Given): Partial<DraftContent> => written(() => propose(given));

function propose(given: Given): Partial<DraftContent> {
  const { kind, refused } = given;
  const { asks } = packetKinds[kind];
  return {
    ...receiversFor(given),
    ...(asks.includes("asks") ? startingAsks(given) : {}),
    ...(asks.includes("ncb") ? { ncbAsk: ncbFor(given) } : {}),
    ...(asks.includes("refusal") && refused ? { refusal: refused.row.id } : {}),
    ...exhibitsFor(given),
  };
}

/**
 * Every exhibit, but for the signed papers that name the client: those go along only when somebody ticks them. A docket
 * is where they belong.
 */
function exhibitsFor({ kind, record, papers }: Given): Partial<DraftContent> {
  if (kind === "docket_pack" || !record.exhibits.some((row) => papers.has(row.id))) return {};
  const ticked = record.exhibits.map((row) => [exhibitCode(row), !papers.has(row.id)] as const);
  return { exhibits: { offered: true, ...Object.fromEntries(ticked) } };
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

/**
 * What is proposed: of each holder in the other country the classes that the record can carry. Preserving records needs
 * no court, so a letter names every account and the content too.
 */
function startingAsks({ kind, record, law }: Given): Pick<DraftContent, "asks" | "help"> {
  const given = askGiven(record, law);
  const { hasRequest } = packetKinds[kind];
  const proposals = hasRequest ? proposeAsks(given).proposals : proposeKeeping(given);
  const isTicked = (one: Proposal) => one.ranges.length > 0 && (one.kind.proposed || !hasRequest);
  const ticked = new Set(proposals.filter(isTicked).map(({ key }) => key));
  const ranges = { subscriber: asProposed, traffic: asProposed, content: asProposed };
  return {
    asks: Object.fromEntries(
      record.accounts.map(accountCode).map((code) => {
        const has = (name: AskClass) => ticked.has(`${code}.${name}`);
        return [code, { subscriber: has("subscriber"), traffic: has("traffic"), content: has("content"), ranges }];
      }),
    ),
    help: Object.fromEntries(
      proposals
        .filter((one) => one.kind.needs !== "account")
        .map((one) => [one.key, { ask: ticked.has(one.key), ...asProposed }]),
    ),
  };
}

const asProposed = { from: "", to: "", why: "" };

/** A message states one purpose. Where a name and a place are alleged, that person is to be located and confirmed. */
function ncbFor({ record, playbook }: Given): DraftContent["ncbAsk"] {
  const { demonym } = playbook.there;
  const named = record.subjects.filter((row) => row.allegedName && row.allegedPlace);
  const codes = record.accounts.map(accountCode);
  const accounts =
    codes.length > 1
      ? t("{value} and {value2}", { value: codes.slice(0, -1).join(", "), value2: codes.at(-1) })
      : codes[0];
  const action = [
    named.length > 0
      ? "Verify whether the person alleged to be the user is at the place that is named, and whether it is that person."
      : "",
    accounts ? `Identify the user(s) of ${accounts} from information available to ${demonym} law enforcement.` : "",
    t("State whether {demonym} agency has opened, or would be willing to open, an investigation.", {
      demonym: withArticle(demonym),
    }),
  ];
  return {
    purpose: named.length > 0 ? "locate" : "identify",
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
