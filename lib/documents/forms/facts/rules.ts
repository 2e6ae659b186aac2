import { missingWords } from "@/lib/documents/papers/labels";
import type { DocumentFacts } from "@/lib/documents/papers/types";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import type { Law } from "@/lib/law/jurisdictions/rules";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";

/** A fact of a case that a form may ask for. */
export type FactChoice = { key: string; label: string; group: string };

const single = [
  ["client", ["name", "identityNumber", "phone", "email", "address", "pseudonym"]],
  ["author", ["name"]],
  ["organisation", ["name", "deskEmail", "deskPhone"]],
  ["case", ["code", "matter", "home", "there"]],
  ["subjects", ["names", "places", "phones", "emails", "profiles"]],
  ["account", ["platform", "company", "handle", "platformId", "url", "displayName"]],
  ["refusal", ["office", "officer", "forceNumber", "at", "words", "witnesses"]],
] as const;

const lists = ["acts", "accounts", "identifiers", "references", "exhibits"] as const;
type ListFact = (typeof lists)[number];

const groups: Record<string, string> = labelTable(() => ({
  client: t("The client"),
  author: t("Who fills it in"),
  organisation: t("The organisation"),
  case: t("The case"),
  subjects: t("The subjects"),
  account: t("The account that it is about"),
  refusal: t("The refusal that it is about"),
  list: t("Lists of the case"),
  reference: t("Numbers"),
}));

const listLabels: Record<ListFact, string> = labelTable(() => ({
  acts: t("What happened, act by act"),
  accounts: t("Accounts of the subjects"),
  identifiers: t("Phones, e-mails and places of the subjects"),
  references: t("Numbers of the case"),
  exhibits: t("Exhibits"),
}));

/** Every fact that may go on a form, in the order of a list to choose from. */
export function factChoices(law: Law): FactChoice[] {
  const singles = single.flatMap(([group, names]) => names.map((name) => [group, `${group}.${name}`] as const));
  const numbers = law.referenceKinds.flatMap(({ key, label }) => [
    { key: `reference.${key}`, label, group: groupLabel("reference") },
    { key: `reference.${key}.issuer`, label: t("who gave the {label}", { label }), group: groupLabel("reference") },
    { key: `reference.${key}.date`, label: t("date of the {label}", { label }), group: groupLabel("reference") },
  ]);
  return [
    ...singles.map(([group, key]) => ({ key, label: missingWords(key), group: groupLabel(group) })),
    { key: "today", label: t("today's date"), group: groupLabel("case") },
    ...lists.map((list) => ({ key: `list.${list}`, label: listLabels[list], group: groupLabel("list") })),
    ...numbers,
  ];
}

const groupLabel = (group: string): string => groups[group] ?? group;

/** A template that names these facts and says nothing: what is read of the case, and opened of the client, follows it. */
export function templateFor(facts: readonly string[]): DocumentTemplate {
  const tokens = facts.filter((fact) => !fact.startsWith("list.")).map((fact) => `{${fact}}`);
  return {
    key: "official_form",
    kind: "official_form",
    title: "",
    jurisdiction: "",
    purpose: "",
    about: "case",
    steps: [],
    form: "paper",
    addressee: [],
    signers: ["client"],
    whoMaySend: "",
    sendableByUs: true,
    notifiesSubject: null,
    removesContent: false,
    authority: null,
    law: [],
    voice: null,
    since: null,
    clientIn: null,
    providerIn: null,
    blocks: [{ kind: "paragraph", text: tokens.join(" ") }],
    sources: [],
  };
}

/** The words of one fact, or null when it is not recorded. A list has a line for each thing. */
export function factText(fact: string, { values, lists: items }: DocumentFacts): string | null {
  if (!fact.startsWith("list.")) return values[fact]?.trim() || null;
  const list = fact.slice("list.".length) as ListFact;
  const told = (items[list] ?? []).map(({ values: one }, at) => lineOf(list, one, at + 1)).filter(Boolean);
  return told.join("\n") || null;
}

type Values = Readonly<Record<string, string | null>>;

function lineOf(list: ListFact, one: Values, number: number): string {
  const join = (parts: readonly (string | null | undefined)[], by: string) => parts.filter(Boolean).join(by);
  if (list === "acts") {
    const where = join([one.platform, one.account], ", ");
    const shown = one.exhibits ? `(${one.exhibits})` : null;
    return join([`${number}.`, one.at && `${one.at}:`, one.what, one.words, where && `(${where})`, shown], " ");
  }
  if (list === "accounts") return join([one.platform, one.handle, one.platformId, one.url], ", ");
  if (list === "identifiers") return join([one.kind, one.value, one.confidence && `(${one.confidence})`], " ");
  if (list === "references") return join([one.kind, one.number, one.issuer, one.date], ", ");
  return join([one.number, one.description], ": ");
}

/** An invented case, to see where things go: long enough in places that something continues on an addendum. */
export function inventedFacts(facts: readonly string[]): Record<string, string> {
  return Object.fromEntries(facts.map((fact) => [fact, invented[fact] ?? inventedNumber(fact)]));
}

const inventedNumber = (fact: string): string =>
  fact.endsWith(".date") ? "1 March 2026" : fact.endsWith(".issuer") ? "Invented Office" : "000/00/0000";

const act = "An invented message: nothing of this happened, and nobody in it exists.";

const invented: Readonly<Record<string, string>> = {
  "client.name": "Nomvula Example-Ngcobo",
  "client.identityNumber": "0000000000000",
  "client.phone": "+27 00 000 0000",
  "client.email": "nomvula@client.example",
  "client.address": "1 Invented Street, Example Park, 0000",
  "client.pseudonym": "Invented client",
  "author.name": "Zoë Example",
  "organisation.name": "Invented Organisation",
  "organisation.deskEmail": "desk@organisation.example",
  "organisation.deskPhone": "+27 00 000 0001",
  "case.code": "C-0000",
  "case.matter": act,
  "case.home": "South Africa",
  "case.there": "United States",
  "subjects.names": "John Invented",
  "subjects.places": "Springfield",
  "subjects.phones": "+1 555 0100",
  "subjects.emails": "john@subject.example",
  "subjects.profiles": "https://social.example/john",
  "account.platform": "Invented Platform",
  "account.company": "Invented Platform Inc",
  "account.handle": "@invented",
  "account.platformId": "000000000000",
  "account.url": "https://social.example/invented",
  "account.displayName": "Invented",
  "refusal.office": "Invented Station",
  "refusal.address": "1 Invented Road, Invented Town",
  "refusal.officer": "Constable Invented",
  "refusal.forceNumber": "0000000-0",
  "refusal.at": "1 March 2026 at 10:00 SAST",
  "refusal.words": "“An invented refusal.”",
  "refusal.witnesses": "Thandi Example",
  today: "1 March 2026",
  "list.acts": Array.from({ length: 9 }, (_, at) => `${at + 1}. ${at + 1} March 2026 at 10:00 SAST: ${act}`).join("\n"),
  "list.accounts": "Invented Platform, @invented, 000000000000",
  "list.identifiers": "Phone +1 555 0100 (Confirmed)",
  "list.references": "Invented number, 000/00/0000, Invented Station, 1 March 2026",
  "list.exhibits": "E-01: A picture that does not exist",
};
