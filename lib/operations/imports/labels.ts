import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";
import type { ImportState, RowState, SheetProblem } from "./types";

/** How many of each kind a row may bring. */
/** The place among a row's messages of the reason for importing it although it resembles an existing case. */
export const whyField = "decision";

export const repeats = { accounts: 3, incidents: 3, references: 3 } as const;

/** `choice`: the list that a cell must be one of. `kind`: how a cell is read before it is checked. */
export type ImportField = {
  key: string;
  label: string;
  group: string;
  choice?: ChoiceKey;
  kind?: "date" | "when" | "tick";
  /** Headers by which the column is known, folded; English and Afrikaans. */
  known: readonly string[];
};

/** Our lists that an import fills in, as the organisation set them. */
export const importedLists = ["act", "event", "outcome"] as const;

export type ChoiceKey =
  | "pair"
  | "risk"
  | "platform"
  | "confidence"
  | "nature"
  | "referenceKind"
  | "receivedVia"
  | "voicemail"
  | "outcome";

type Line = readonly [key: string, label: string, known: string, more?: Pick<ImportField, "choice" | "kind">];

const client: readonly Line[] = [
  ["client.pseudonym", t("Code name"), "code name|codename|pseudonym|alias|kodenaam|skuilnaam"],
  [
    "client.name",
    t("Client's name"),
    "client|client name|name|full name|victim|naam|klient|klient naam|volle naam|slagoffer",
  ],
  ["client.identityNumber", t("Identity number"), "id|id number|identity number|id nommer|identiteitsnommer"],
  ["client.phone", t("Client's phone"), "phone|cell|mobile|telephone|client phone|selfoon|telefoon|sel"],
  ["client.email", t("Client's e-mail"), "email|e mail|client email|epos|e pos"],
  ["client.address", t("Client's address"), "address|client address|adres|woonadres"],
  ["client.isMinor", t("Client is under 18"), "minor|under 18|is minor|minderjarig|onder 18", { kind: "tick" }],
];

const contact: readonly Line[] = [
  ["client.safeContact.channel", t("How to reach the client"), "safe contact|contact method|channel|kontakmetode"],
  ["client.safeContact.hours", "When", "contact hours|hours|safe hours|kontakure|ure"],
  ["client.safeContact.zone", t("Client's time zone"), "time zone|timezone|tydsone"],
  ["client.safeContact.voicemail", t("Voicemail may be left"), "voicemail|stempos", { choice: "voicemail" }],
  [
    "client.safeContact.deviceSeenBy",
    t("Who else sees the device"),
    "device seen by|shared device|toestel gesien deur",
  ],
  ["client.safeContact.codeWord", t("Code word"), "code word|kodewoord"],
  ["client.safeContact.never", t("Limits"), "never do|never|do not|moet nooit|nooit"],
  ["client.safeContact.subjectLine", t("What a subject line may say"), "subject line|onderwerpreel"],
];

const matter: readonly Line[] = [
  ["pair", "Countries", "pair|countries|country pair|lande", { choice: "pair" }],
  ["risk", "Risk", "risk|risk level|priority|risiko|risikovlak|prioriteit", { choice: "risk" }],
  ["inDanger", t("In danger now"), "in danger|danger|in gevaar|gevaar", { kind: "tick" }],
  ["matter", t("What the matter is"), "matter|subject matter|case|summary|saak|onderwerp|opsomming"],
  [
    "owner",
    t("Owner (e-mail)"),
    "owner|caseworker|assigned to|worker|owner email|eienaar|maatskaplike werker|toegewys aan",
  ],
  [
    "subject.allegedName",
    t("Subject's name, as alleged"),
    "subject|suspect|perpetrator|offender|subject name|suspect name|verdagte|oortreder",
  ],
  [
    "subject.allegedPlace",
    t("Subject's place, as alleged"),
    "suspect place|subject place|location|suspect location|plek|ligging",
  ],
];

const days: readonly Line[] = [
  [
    "openedOn",
    t("Opened on"),
    "opened on|opened|date opened|open date|start date|case opened|geopen|datum geopen",
    { kind: "date" },
  ],
  [
    "closedOn",
    t("Closed on"),
    "closed on|closed|date closed|close date|end date|gesluit|datum gesluit",
    { kind: "date" },
  ],
  ["outcome", t("How it ended"), "outcome|result|closing reason|uitkoms|uitslag", { choice: "outcome" }],
  ["closingNote", t("Note on how it ended"), "closing note|closing notes|sluitingsnota"],
];

const account = (n: number): readonly Line[] => [
  [`accounts.${n}.platform`, "Platform", "platform|app|network|toep", { choice: "platform" }],
  [`accounts.${n}.handle`, "Handle", "handle|username|account|user name|profile|gebruikersnaam|rekening|profiel"],
  [`accounts.${n}.platformId`, t("Permanent ID"), "platform id|user id|account id|gebruiker id"],
  [`accounts.${n}.url`, t("Link of the account"), "account url|profile url|profile link|profielskakel"],
  [`accounts.${n}.displayName`, t("Name shown"), "display name|shown name|vertoonnaam"],
  [`accounts.${n}.confidence`, t("How sure"), "confidence|certainty|sekerheid", { choice: "confidence" }],
];

const incident = (n: number): readonly Line[] => [
  [`incidents.${n}.nature`, t("What it was"), "incident type|type|nature|offence|tipe|aard", { choice: "nature" }],
  [
    `incidents.${n}.when`,
    "When",
    "when|date|incident date|date of incident|happened|datum|voorval datum|wanneer",
    { kind: "when" },
  ],
  [`incidents.${n}.zone`, t("Zone of that time"), "incident zone"],
  [
    `incidents.${n}.what`,
    t("What happened"),
    "incident|what happened|description|details|voorval|beskrywing|wat het gebeur",
  ],
  [`incidents.${n}.words`, t("Words that were used"), "words|quote|message|woorde|boodskap"],
  [`incidents.${n}.url`, t("Link of the post"), "url|link|post url|skakel"],
];

const reference = (n: number): readonly Line[] => [
  [
    `references.${n}.kind`,
    t("Kind of number"),
    "reference kind|reference type|number type|verwysing tipe",
    {
      choice: "referenceKind",
    },
  ],
  [
    `references.${n}.raw`,
    "Number",
    "reference|reference number|number|ref|ref no|case number|verwysing|verwysingsnommer|saaknommer",
  ],
  [`references.${n}.station`, "Station", "station|police station|stasie|polisiestasie"],
  [`references.${n}.issuer`, t("Who gave it"), "issuer|given by|uitgereik deur"],
  [
    `references.${n}.issuedOn`,
    t("Day it was given"),
    "issued on|date issued|reference date|uitgereik op",
    { kind: "date" },
  ],
  [
    `references.${n}.receivedVia`,
    t("How it came"),
    "received via|received by|how received|ontvang per",
    {
      choice: "receivedVia",
    },
  ],
  [`references.${n}.note`, t("Note on the number"), "reference note|note|notes|nota"],
];

const fieldsOf = (group: string, lines: readonly Line[], n = 0): ImportField[] =>
  lines.map(([key, label, known, more]) => ({
    key,
    group,
    ...more,
    label: n > 0 ? `${label} (${n + 1})` : label,
    known: known.split("|").map((word) => (n > 0 ? `${word} ${n + 1}` : word)),
  }));

const each = (group: string, count: number, lines: (n: number) => readonly Line[]): ImportField[] =>
  Array.from({ length: count }, (_, n) => fieldsOf(n > 0 ? `${group} ${n + 1}` : group, lines(n), n)).flat();

/** Every field that a column can be, in the order of the form. */
export const importFields: readonly ImportField[] = [
  ...fieldsOf("Client", client),
  ...fieldsOf(t("Safe contact"), contact),
  ...fieldsOf("Matter", matter),
  ...fieldsOf(t("Opened and closed"), days),
  ...each("Account", repeats.accounts, account),
  ...each("Incident", repeats.incidents, incident),
  ...each("Number", repeats.references, reference),
];

const byKey = new Map(importFields.map((field) => [field.key, field]));

export function importField(key: string): ImportField | undefined {
  return byKey.get(key);
}

type OwnField = Pick<CustomField, "id" | "label">;

/** The key of a column that is a field of the organisation's own. */
export const ownKey = (fieldId: string): string => `custom.${fieldId}`;

export function isOwnKey(key: string): boolean {
  return /^custom\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
}

/** The words for a field, also for one that a rule of the form names and no column can be. */
export function fieldLabel(key: string, own: readonly OwnField[] = []): string {
  const field = byKey.get(key);
  if (isOwnKey(key)) return own.find(({ id }) => ownKey(id) === key)?.label ?? t("A field that is no longer used");
  if (field) return /^(accounts|incidents|references)/.test(key) ? `${field.group}: ${field.label}` : field.label;
  const [first = ""] = key.split(".");
  const whole: Record<string, string> = {
    accounts: t("Accounts"),
    incidents: t("Incidents"),
    references: t("Numbers"),
  };
  return whole[first] ?? t("The row");
}

/** Names of a choice in older lists, folded; English and Afrikaans. */
export const choiceWords: Partial<Record<ChoiceKey, Record<string, string>>> = {
  risk: {
    low: "standard",
    normal: "standard",
    laag: "standard",
    standaard: "standard",
    "1": "standard",
    medium: "elevated",
    moderate: "elevated",
    raised: "elevated",
    verhoog: "elevated",
    matig: "elevated",
    gemiddeld: "elevated",
    "2": "elevated",
    hoog: "high",
    severe: "high",
    critical: "high",
    ernstig: "high",
    kritiek: "high",
    "3": "high",
  },
  platform: { fb: "facebook", ig: "instagram", insta: "instagram", twitter: "x", "tik tok": "tiktok", yt: "youtube" },
  confidence: {
    sure: "confirmed",
    certain: "confirmed",
    bevestig: "confirmed",
    seker: "confirmed",
    likely: "probable",
    waarskynlik: "probable",
    maybe: "possible",
    unsure: "possible",
    moontlik: "possible",
  },
  nature: {
    threat: "threat_violence",
    threats: "threat_violence",
    dreigement: "threat_violence",
    bedreiging: "threat_violence",
    extortion: "extortion",
    sextortion: "extortion",
    blackmail: "extortion",
    afpersing: "extortion",
    stalking: "stalking",
    agtervolging: "stalking",
    doxing: "doxxing",
    harassment: "unwanted_contact",
    teistering: "unwanted_contact",
    impersonation: "impersonation",
    nabootsing: "impersonation",
    ncii: "intimate_image",
    "revenge porn": "intimate_image",
    "intimate image": "intimate_image",
    insult: "insult",
    hate: "insult",
    belediging: "insult",
  },
  receivedVia: { telephone: "phone", call: "phone", mail: "email", letter: "paper", brief: "paper", epos: "email" },
  voicemail: { y: "yes", n: "no", true: "yes", false: "no", ja: "yes", nee: "no", "1": "yes", "0": "no" },
  outcome: {
    stopped: "stopped",
    resolved: "stopped",
    opgelos: "stopped",
    "protection order": "order",
    bevel: "order",
    convicted: "charged",
    charged: "charged",
    aangekla: "charged",
    referred: "handed_on",
    verwys: "handed_on",
    withdrawn: "client_ended",
    teruggetrek: "client_ended",
    "lost contact": "no_contact",
    other: "other",
    ander: "other",
  },
  pair: { "sa us": t("ZA-US"), "south africa usa": t("ZA-US"), "us sa": t("US-ZA"), "usa south africa": t("US-ZA") },
  referenceKind: {
    "cas number": "cas",
    "case number saps": "cas",
    "saps cas": "cas",
    mas: "cas",
    "cas nommer": "cas",
    "ic3 complaint": "ic3",
    "fbi ic3": "ic3",
    cyberip: "cybertipline",
    "occurrence book": "ob",
    "platform report": "platform_report",
    report: "platform_report",
  },
};

/** Headers that directly identify the kind of number in their column. */
export const numberHeaders: Record<string, string> = {
  cas: "cas",
  "cas number": "cas",
  "cas no": "cas",
  "cas nommer": "cas",
  "saps cas": "cas",
  ic3: "ic3",
  "ic3 number": "ic3",
  "ic3 complaint": "ic3",
  "ob number": "ob",
  ob: "ob",
  "ob nommer": "ob",
  "platform report": "platform_report",
  "report number": "platform_report",
  "court case": "court_case",
};

export const stateLabels: Record<ImportState, string> = {
  reading: t("Being read"),
  mapping: t("Waits for its columns"),
  checking: t("Being checked"),
  checked: t("Checked"),
  running: t("Running"),
  stopped: t("Stopped"),
  done: t("Done"),
  failed: t("Not read"),
};

export const rowLabels: Record<RowState, string> = {
  unchecked: t("Not checked yet"),
  good: t("Ready"),
  bad: t("Needs correction"),
  twin: t("Looks like one we have"),
  imported: t("Imported"),
  left_out: t("Left out"),
  failed: t("Not imported"),
};

export const problemLabels: Record<SheetProblem, string> = {
  empty: t("The file has no row with anything in it."),
  only_header: t("The file has a header and no row below it."),
  too_large: t("The file, or what is packed in it, is too large."),
  too_many_rows: t("The file has more than 100,000 rows. Split it."),
  unreadable: t("The file cannot be read. Save it again as XLSX or CSV."),
  truncated: t("The file ends too early. Save or copy it again."),
  password_protected: t("The file has a password. Save it without one."),
  old_workbook: t("This is an old .xls, or it has a password. Save it as .xlsx without a password."),
  not_a_table: t("This file is not a table we can read. Choose a CSV or an XLSX; save an .ods or an .xlsb as .xlsx."),
  stopped: t("The file could not be read to its end. Save it again as CSV."),
  took_too_long: t("Reading took too long. Split the file."),
};

export const orderLabels = {
  dmy: t("Day, month, year: 13/10/2026"),
  mdy: t("Month, day, year: 10/13/2026"),
  ymd: t("Year, month, day: 2026/10/13"),
} as const;

/** The note on an imported case. */
export function cameFrom(number: number, row: number): string {
  return `Imported from list ${number}, row ${row}`;
}
