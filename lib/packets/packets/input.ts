import { z } from "zod";
import { exhibitCode, readNumbers } from "@/lib/casework/incidents/rules";
import { askClasses } from "@/lib/law/jurisdictions/ask-types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { isCivilDate } from "@/lib/platform/time/calendar";
import { packetKinds } from "./labels";
import { letterPart } from "./parts/letter-part";
import { receiverFields } from "./rules";
import { snapshotSchema } from "./snapshot/snapshot";
import { ncbPurposes } from "./snapshot/snapshot-kind-parts";
import { exhibitSchema } from "./snapshot/snapshot-parts";
import { packetKindKeys, packetPartKeys, stampedCopies } from "./types";

const long = (max: number) => z.string().trim().max(max, t("Use at most {max} characters.", { max }));
const optional = (max: number) => long(max).default("");
const ticked = z.preprocess((value) => value === true || value === "on", z.boolean());
const day = z
  .string()
  .trim()
  .default("")
  .refine((text) => text === "" || isCivilDate(text), t("Give a date such as 2026-11-24."));

/** Dates in place of those proposed, with the reason. Whole days in UTC; both empty: as proposed. */
const range = z.object({ from: day, to: day, why: optional(600) });

const ranges = z
  .object({ subscriber: range.prefault({}), traffic: range.prefault({}), content: range.prefault({}) })
  .prefault({});

/**
 * Earlier drafts gave one range for every class of an account. It stays for logs and content, without a reason, because
 * nobody was asked for one; records of the subscriber have always gone back to the creation of the account.
 */
function withRanges(ask: unknown): unknown {
  if (typeof ask !== "object" || ask === null || "ranges" in ask) return ask;
  const { from, to, ...classes } = ask as Record<string, unknown>;
  if (!from && !to) return classes;
  const given = { from: from ?? "", to: to ?? "" };
  const asked = (name: string) => (classes[name] === true || classes[name] === "on" ? { [name]: given } : {});
  return { ...classes, ranges: { ...asked("traffic"), ...asked("content") } };
}

const unfinishedAsk = z.preprocess(
  withRanges,
  z.object({ subscriber: ticked, traffic: ticked, content: ticked, ranges }),
);

/** A kind of assistance that is not about an account, by its key in the law data of the pair. */
const unfinishedHelp = z.object({ ask: ticked, from: day, to: day, why: optional(600) });

type Range = z.output<typeof range>;
type Refusal = { path: "from" | "to" | "why"; message: string };

/** @param whole without a start it goes back to the creation of the account */
function wrongRange({ from, to }: Range, whole: boolean): Refusal[] {
  if (!from && !to) return [];
  if (!from && !whole) return [{ path: "from", message: t("Give the first day: a range without one is refused.") }];
  if (!to && !whole) return [{ path: "to", message: t("Give the last day.") }];
  return from && to && from > to ? [{ path: "to", message: t("The last day is before the first.") }] : [];
}

/** The request about one account: which classes of data, and for which days where a person gave others. */
export const Ask = unfinishedAsk.superRefine((ask, ctx) => {
  for (const name of askClasses) {
    if (!ask[name]) continue;
    for (const { path, message } of wrongRange(ask.ranges[name], name === "subscriber"))
      ctx.addIssue({ code: "custom", path: ["ranges", name, path], message });
  }
});

const Help = unfinishedHelp.superRefine((help, ctx) => {
  if (!help.ask) return;
  for (const { path, message } of wrongRange(help, true)) ctx.addIssue({ code: "custom", path: [path], message });
});

const helpKey = z.string().regex(/^[a-z0-9-]+$/);

/** Whether an original that acts when it is opened is sent along, and why. */
const unfinishedActive = z.object({ send: ticked, why: optional(300) });

const Active = unfinishedActive.superRefine(({ send, why }, ctx) => {
  const message = t("Say why the file itself has to be sent.");
  if (send && why.length < 5) ctx.addIssue({ code: "custom", path: ["why"], message });
});

const activeKey = z.string().regex(/^E-\d+$/);

/** What a person writes for a packet; the rest comes from the case. Encrypted with the packet. */
export const DraftContent = z.object({
  investigatingOfficer: optional(160),
  prosecutor: optional(160),
  centralAuthority: optional(160),
  otherSide: optional(160),
  ncb: optional(160),
  station: optional(160),
  complaintsBody: optional(160),
  stage: optional(600),
  screened: z.enum(["clear", "not_clear", ""]).default(""),
  minors: z.enum(["yes", "no", ""]).default(""),
  purpose: optional(1500),
  certification: optional(1500),
  secrecy: optional(1500),
  urgency: optional(1500),
  what: z.object({ subscriber: optional(600), traffic: optional(600), content: optional(600) }).prefault({}),
  /** By account code: `A1`. */
  asks: z.record(z.string().regex(/^A\d+$/), Ask).default({}),
  /** By the kind of assistance: `interview`. */
  help: z.record(helpKey, Help).default({}),
  /**
   * By exhibit code: `E-01`. Omitted: every exhibit. `offered` distinguishes a form with nothing ticked from no form.
   */
  exhibits: z.record(z.union([z.string().regex(/^E-\d+$/), z.literal("offered")]), ticked).optional(),
  /** By exhibit code. Omitted: the original stays, and its printed pages or its text replace it. */
  active: z.record(activeKey, Active).default({}),
  /** For a National Central Bureau: one purpose, the request and its deadline. */
  ncbAsk: z
    .object({
      purpose: z.enum([...ncbPurposes, ""]).default(""),
      action: optional(1500),
      by: day,
      priority: z.enum(["normal", "urgent"]).default("normal"),
      conditions: optional(1500),
      level: z.enum(["official", "restricted", "confidential"]).default("restricted"),
    })
    .prefault({}),
  /** What a provider requires for an emergency disclosure. All empty: no current danger is claimed. */
  emergency: z
    .object({
      who: optional(600),
      nature: optional(600),
      whyNow: optional(600),
      data: optional(600),
      noTime: optional(600),
    })
    .prefault({}),
  /** The date on which the officer's letter is sent; the clocks count from it. Empty: the date of the build. */
  letterOn: day,
  /** The refusal that is complained about, by its id. */
  refusal: z.union([z.uuid(), z.literal("")]).default(""),
});

export type DraftContent = z.output<typeof DraftContent>;

/** A draft still being written: a range without its end is a gap of the checklist, not an error. */
export const UnfinishedDraft = DraftContent.extend({
  asks: z.record(z.string().regex(/^A\d+$/), unfinishedAsk).default({}),
  help: z.record(helpKey, unfinishedHelp).default({}),
  active: z.record(activeKey, unfinishedActive).default({}),
});

/** One version of one kind. The requirements of the kind are checked here, so that a message appears at its field. */
export const DraftPacket = z
  .intersection(z.object({ caseId: z.uuid(), kind: z.enum(packetKindKeys).default("mla_dossier") }), DraftContent)
  .superRefine((draft, ctx) => {
    const kind = packetKinds[draft.kind];
    const say = (path: string, message: string) => ctx.addIssue({ code: "custom", path: path.split("."), message });
    const fields = kind.receivers.map((role) => receiverFields[role]);
    if (!fields.some((field) => draft[field]))
      say(fields[0] ?? "investigatingOfficer", t("Name at least one receiver by role."));
    if (kind.asks.includes("stage") && draft.stage.length < 3)
      say("stage", t("State the stage of the matter, for example: investigation, officer named on 26 October."));
    if (kind.asks.includes("screening") && draft.screened === "")
      say("screened", t("Say whether anything military or political is in the matter."));
    if (kind.asks.includes("exhibits") && draft.minors === "")
      say("minors", t("Say whether a person under 18 appears in any exhibit."));
    for (const path of unexplained(draft)) say(path, t("Say why the dates are others than those proposed."));
    if (kind.asks.includes("refusal") && !draft.refusal)
      say("refusal", t("Choose the refusal that is complained about."));
  });

/** Dates that a person gave without saying why, as the fields of the reason. */
function unexplained({ asks, help }: DraftContent): string[] {
  const silent = ({ from, to, why }: Range) => (from || to) && why.length < 5;
  return [
    ...Object.entries(asks).flatMap(([code, ask]) =>
      askClasses
        .filter((name) => ask[name] && silent(ask.ranges[name]))
        .map((name) => `asks.${code}.ranges.${name}.why`),
    ),
    ...Object.entries(help).flatMap(([key, one]) => (one.ask && silent(one) ? [`help.${key}.why`] : [])),
  ];
}

const reason = (what: string) => z.string().trim().min(5, what).max(1000, t("Use at most 1000 characters."));

/** `overrides` maps a failed line of the checklist to the reason that is printed. */
export const ApprovePacket = z.object({
  packetId: z.uuid(),
  overrides: z.record(z.string().regex(/^[A-Z]-\d\d$/), z.string().trim().max(600)).default({}),
});

export const ReturnPacket = z.object({
  packetId: z.uuid(),
  reason: reason(t("Say what has to change, so that the author can correct it.")),
});

export const WithdrawPacket = z.object({ packetId: z.uuid(), reason: reason(t("Say why the packet is withdrawn.")) });

export const CommentOnPacket = z.object({
  packetId: z.uuid(),
  words: z
    .string(t("Write your comment."))
    .trim()
    .min(2, t("Write your comment."))
    .max(2000, t("Use at most 2000 characters.")),
});

export const OnePacket = z.object({ packetId: z.uuid() });

const packetPart = z.union([z.enum(packetPartKeys), letterPart]);

export const OnePart = z.object({ packetId: z.uuid(), part: packetPart.default("served") });

/** Whose key: that of the packet's files, or only that of its annex. */
export const KeepPacketKey = z.object({ packetId: z.uuid(), of: z.enum(["packet", "annex"]).default("packet") });

export const KeptPart = z.object({
  part: packetPart,
  name: z.string().min(1),
  mime: z.string().min(1),
  fileId: z.uuid(),
  keyId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().positive(),
  pages: z.int().positive().nullable(),
});

export const KeepStampedCopy = z.object({
  packetId: z.uuid(),
  part: KeptPart.extend({ part: z.enum(stampedCopies) }),
});

/**
 * The result of a build: the served part is one of the parts. `annex` is what the sealed annex printed, if there is
 * one.
 */
export const FinishAssembly = z.object({
  packetId: z.uuid(),
  snapshot: snapshotSchema,
  annex: z.string().nullable().default(null),
  parts: z
    .array(KeptPart)
    .refine((parts) => parts.some(({ part }) => part === "served"), t("The served part is missing.")),
});

export const WrittenOut = z.object({
  caseId: z.uuid(),
  kind: z.enum(packetKindKeys),
  exhibits: z.array(exhibitSchema.pick({ code: true, rehashed: true })).default([]),
});

export const FailAssembly = z.object({ packetId: z.uuid(), reason: z.string().min(3).max(1000) });

const deepest = 6;

/** Groups of accounts with the same request. */
const mostAskGroups = 50;

/**
 * The fields of a draft. On a case with many exhibits and accounts these are named by number, with one answer for
 * several accounts. @throws AppError invalid at a field that names something else
 */
export function draftFields(sent: FormData): Record<string, unknown> {
  const form = new FormData();
  for (const [name, value] of sent.entries()) form.append(name, value);
  const numbered = (field: string, kind: "exhibit" | "account") => {
    const text = form.get(field);
    if (typeof text !== "string") return [];
    form.delete(field);
    const { numbers, odd } = readNumbers(text, kind);
    const message = t("Write them by number: {value}.", {
      value: kind === "exhibit" ? t("E-3, E-7 to E-12") : t("A1, A4 to A9"),
    });
    if (odd.length > 0) throw new AppError("invalid", message, { [field]: message });
    return numbers.map((caseNumber) => caseNumber.number);
  };
  for (const number of numbered("exhibits.numbers", "exhibit")) form.append(`exhibits.${exhibitCode(number)}`, "on");
  for (let at = 0; form.has(`askgroups.${at}.numbers`) && at < mostAskGroups; at += 1) {
    const group = `askgroups.${at}.`;
    const accounts = numbered(`${group}numbers`, "account");
    const answers = [...form.entries()].filter(([name]) => name.startsWith(group));
    for (const [name, value] of answers) {
      form.delete(name);
      for (const number of accounts) form.append(`asks.A${number}.${name.slice(group.length)}`, value);
    }
  }
  return nestFields(form);
}

/**
 * Form fields with dotted names, as nested objects: `asks.A1.from` becomes `{ asks: { A1: { from } } }`. Only names of
 * letters, digits and hyphens are accepted, so that no name can reach into a prototype, and none of more than six
 * parts.
 */
export function nestFields(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    const path = name.split(".", deepest + 1);
    if (typeof value !== "string" || path.length > deepest) continue;
    if (!path.every((part) => /^[A-Za-z0-9-]+$/.test(part))) continue;
    let at = root;
    for (const part of path.slice(0, -1)) at = childOf(at, part);
    at[path.at(-1) ?? name] = value;
  }
  return root;
}

function childOf(parent: Record<string, unknown>, name: string): Record<string, unknown> {
  const known = Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (typeof known === "object" && known !== null) return known as Record<string, unknown>;
  const made: Record<string, unknown> = Object.create(null);
  parent[name] = made;
  return made;
}
