import { z } from "zod";
import { onlyIn } from "./source-types";
import { type LegalSource, sourceSchema } from "./types";

const code = z.string().regex(/^[a-z0-9_-]+$/);

/** What a text may use of the case. Any other word in braces stops the start. */
export const documentTokens = [
  "client.name",
  "client.identityNumber",
  "client.phone",
  "client.email",
  "client.address",
  "client.pseudonym",
  "author.name",
  "organisation.name",
  "organisation.deskEmail",
  "organisation.deskPhone",
  "case.code",
  "case.matter",
  "case.home",
  "case.there",
  "today",
  "subject.name",
  "subject.place",
  /** Of the subject that the paper is about, or of each subject of the case with its number. */
  "subjects.names",
  "subjects.places",
  "subjects.phones",
  "subjects.emails",
  "subjects.profiles",
  /** Addresses from which the subject's mails came, as the first server saw them, with their times in UTC. */
  "subjects.seenAt",
  "account.platform",
  "account.company",
  "account.handle",
  "account.platformId",
  "account.url",
  "account.displayName",
  /** Of one item of the take-down list; missing in every other paper. */
  "item.address",
  "refusal.office",
  /** Of the directory, where somebody confirmed it. */
  "refusal.address",
  "refusal.officer",
  "refusal.forceNumber",
  "refusal.at",
  "refusal.words",
  "refusal.witnesses",
  "refusal.step",
  /** Of the first paper that a supplement adds to. */
  "statement.swornOn",
  "statement.code",
] as const;

/** `{reference.<kind>}`, `{reference.<kind>.issuer}`, `{reference.<kind>.date}`: the first number of that kind. */
export const referenceToken = /^reference\.[a-z0-9_]+(\.(issuer|date))?$/;

/** Inside a block with `each`, of the thing at hand; the last three lists are for exhibits, accounts and references. */
export const itemTokens = {
  incidents: ["number", "at", "platform", "account", "platformId", "url", "words", "what", "exhibits"],
  acts: ["number", "at", "platform", "account", "platformId", "url", "words", "what", "exhibits"],
  knowledge: ["number", "at", "platform", "account", "platformId", "url", "words", "what", "exhibits"],
  exhibits: ["number", "description", "capturedAt", "method", "url", "sha256"],
  accounts: ["platform", "company", "handle", "platformId", "url", "displayName"],
  identifiers: ["whose", "kind", "value", "confidence", "reason", "shownIn"],
  references: ["kind", "number", "issuer", "date"],
  captures: ["number", "at", "method", "by", "device", "clock"],
  hashes: ["number", "sha256", "size", "received", "lines", "checked"],
  stamps: ["number", "authority", "time", "serial", "policy"],
  mails: ["number", "line", "at", "server", "seen", "claimed"],
} as const;

/** What the custody ledger says of the chosen exhibits: for certificates alone. */
const ledgerLists = ["captures", "hashes", "stamps"] as const;

/** What servers wrote into the mails on record: read out of the files, so only for a paper that asks for it. */
const fileLists = ["mails"] as const;

const listNames = [
  "incidents",
  "acts",
  "knowledge",
  "exhibits",
  "accounts",
  "identifiers",
  "references",
  ...ledgerLists,
  ...fileLists,
] as const;

const list = z.enum(listNames);

/** What must be filled before the paper can be final, and whose rule that is. */
const must = z.object({ element: z.string(), source: sourceSchema });

/** Where the law or fact in this block was read. Each is also among the sources of the template. */
const read = z.array(sourceSchema).optional();

const anyBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("paragraph"), text: z.string(), sources: read }),
  /** A numbered paragraph; with `each`, one for each thing of the list. */
  z.object({ kind: z.literal("numbered"), text: z.string(), each: list.optional(), sources: read }),
  /** A numbered paragraph that only a person can write: the text asks for it, and it stays a gap until written. */
  z.object({
    kind: z.literal("prompt"),
    text: z.string(),
    /** What answers it, where the case knows. */
    value: z.string().optional(),
    must: must.optional(),
    sources: read,
  }),
  /** One line of a form. `confidential`: printed on a separate sheet, never in the served document. */
  z.object({
    kind: z.literal("field"),
    label: z.string(),
    value: z.string().default(""),
    hint: z.string().optional(),
    choices: z.array(z.string()).optional(),
    confidential: z.boolean().default(false),
    /** Printed only when there is something in it: no empty box for what nobody has to write. */
    whenKnown: z.boolean().optional(),
    must: must.optional(),
    sources: read,
  }),
  z.object({ kind: z.literal("table"), of: list, caption: z.string() }),
  /** Every chosen exhibit with its mark, number and SHA-256. `called`: one of them, as the receiver calls it. */
  z.object({ kind: z.literal("annexures"), mark: z.string(), called: z.string().optional() }),
  /** Oath or declaration with its questions and the officer's lines, left blank for the pen. */
  z.object({ kind: z.literal("oath"), heading: z.string(), lines: z.array(z.string()), blanks: z.array(z.string()) }),
  z.object({ kind: z.literal("signature"), who: z.string(), blanks: z.array(z.string()) }),
  /** A boxed sentence about the paper, such as "for the officer to send". `inside`: for the drafter only, never printed. */
  z.object({ kind: z.literal("notice"), text: z.string(), inside: z.boolean().optional(), sources: read }),
]);

/** How a paper calls the client where the record says "the client". */
const voice = z
  .object({
    /** `I` in a paper that the client swears or declares; a noun, such as `the complainant`, in any other. */
    calls: z.string(),
    /** Whose rule the first person is; shown when a sentence is not in it. */
    source: sourceSchema.optional(),
  })
  .refine(({ calls, source }) => calls !== "I" || source !== undefined, "a paper in the first person names its rule");

/** Whether a refusal came before the office had given its number, or after: the letters ask for different things. */
const situations = ["no_number", "numbered"] as const;

export type Situation = (typeof situations)[number];

/** `when`: the block appears only in letters for that situation. */
export const blockSchema = z.intersection(anyBlock, z.object({ when: z.enum(situations).optional() }));

export const documentTemplateSchema = z.object({
  key: code,
  /** What a playbook waits for (`produces.document`); several templates may have the same kind. */
  kind: code,
  title: z.string(),
  /** A country's code; empty for any. */
  jurisdiction: z.string(),
  /** One sentence: when to use it. */
  purpose: z.string(),
  /** `exhibits`: a certificate, drafted from the ledger of chosen exhibits and offered only with the evidence. */
  about: z.enum(["case", "account", "refusal", "exhibits"]),
  /** The steps on whose page it is offered. */
  steps: z.array(code),
  /** For a complaint about a refusal: the rung it is for. */
  rung: code.optional(),
  /** A platform's key, when the words are that platform's own. */
  platform: code.optional(),
  /** `sheet`: fields to copy into somebody's form, one by one. */
  form: z.enum(["paper", "sheet"]),
  addressee: z.array(z.string()),
  signers: z.array(z.enum(["client", "advocate", "officer", "counsel", "certifier"])).min(1),
  whoMaySend: z.string(),
  /** False: it is drafted for an official, and the app offers no way to send it. */
  sendableByUs: z.boolean(),
  /** What the subject may learn through it; asked about before it is sent. */
  notifiesSubject: z.string().nullable(),
  /** It asks for removal: warn when nothing is preserved. */
  removesContent: z.boolean().default(false),
  /** The process for which written consent must be on file when somebody signs for the client. */
  authority: z.object({ process: code, why: z.string(), source: sourceSchema }).nullable(),
  /** Offences and remedies that it leans on; it is not drafted while one of them is not in force. */
  law: z.array(code).default([]),
  /** Null: the words of the record, for a reader who knows who the client is. */
  voice: voice.nullable().default(null),
  /** A kind of paper: this one tells only the acts that no sworn paper of that kind, or of its own, tells. */
  since: code.nullable().default(null),
  /** Drafted only for a client at home in this country; else the reason why not, and what to do instead. */
  clientIn: onlyIn.nullable().default(null),
  /** Drafted only for an account at a provider in this country; else the reason why not. */
  providerIn: onlyIn.nullable().default(null),
  blocks: z.array(blockSchema).min(1),
  sources: z.array(sourceSchema).min(1),
});

/** A document as a file defines it: the sources of its blocks need not be repeated among those of the whole. */
export const paperSchema = documentTemplateSchema.extend({ sources: z.array(sourceSchema).default([]) });

/** The document with the sources of its blocks, of its authority, and its additional ones. */
export function withSources(paper: z.output<typeof paperSchema>): DocumentTemplate {
  const inPieces = paper.blocks.flatMap((block) => [
    ...("sources" in block ? (block.sources ?? []) : []),
    ...("must" in block && block.must ? [block.must.source] : []),
  ]);
  const rules = [paper.authority, paper.voice, paper.clientIn, paper.providerIn].flatMap((rule) => rule?.source ?? []);
  const all = [...inPieces, ...rules, ...paper.sources];
  const same = (a: LegalSource, b: LegalSource) => a.text === b.text && a.source === b.source;
  return { ...paper, sources: all.filter((source, i) => all.findIndex((other) => same(other, source)) === i) };
}

export type DocumentTemplate = z.output<typeof documentTemplateSchema>;
/** The form in a data file: defaults may be omitted. */
export type DocumentTemplateDraft = z.input<typeof documentTemplateSchema>;
export type TemplateBlock = z.output<typeof blockSchema>;
export type ListName = (typeof listNames)[number];
/** Lists that are read only for a document that needs them. */
export type LedgerList = (typeof ledgerLists)[number] | (typeof fileLists)[number];
