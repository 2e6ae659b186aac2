import { z } from "zod";
import { CustomInput } from "@/lib/casework/custom-values/input";
import {
  lines,
  optionalEmail,
  optionalPhone,
  optionalText,
  requiredText,
  requiredZone,
  seenVersion,
  ticked,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { notAgreedYet } from "./labels";
import { revealable } from "./types";

/** The fields of the organisation's own. What is not sent keeps its value. */
export const AmendClientFields = z.object({
  clientId: z.uuid(t("The client is missing.")),
  version: seenVersion,
  ...CustomInput.shape,
});

/** Lenient on purpose: an incomplete number finds nobody, but is not an error. */
export const SearchClients = z
  .object({
    name: optionalText(160),
    phone: optionalText(40),
    email: optionalText(254),
    identityNumber: optionalText(40),
    /** Finds no client; used to notify the owner when it belongs to a case that the person may not see. */
    handle: optionalText(120),
  })
  .refine((given) => Object.values(given).some(Boolean), {
    path: ["name"],
    message: t("Type a name, a phone number, an e-mail address or an identity number."),
  });

export const SafeContactInput = z.object({
  channel: requiredText(t("Type how to reach the client, for example WhatsApp text only."), 120),
  hours: requiredText(t("Type when, for example weekdays 09:00 to 15:00."), 120),
  zone: requiredZone,
  voicemail: z
    .union([z.boolean(), z.enum(["yes", "no"])], t("Choose whether a voicemail may be left."))
    .transform((answer) => answer === true || answer === "yes"),
  deviceSeenBy: requiredText(t("Type who else sees the device, or nobody."), 200),
  codeWord: optionalText(60),
  never: lines(600),
  subjectLine: requiredText(t("Type what a subject line may say."), 200),
});

const Client = z.object({
  pseudonym: requiredText(t("Type a code name that says nothing about the client."), 40).regex(
    /^[\p{L}\p{N}][\p{L}\p{N} '-]*$/u,
    t("Use letters, digits, spaces and dashes."),
  ),
  /** Null: not known yet. */
  name: optionalText(160),
  identityNumber: optionalText(40),
  phone: optionalPhone,
  email: optionalEmail,
  address: optionalText(400),
  isMinor: ticked,
  /** Clients with the same number, phone or e-mail were shown, and this is somebody else. */
  somebodyElse: ticked,
  /** How the person knows that they are two. */
  somebodyElseWhy: optionalText(300),
  /** The codes of the clients shown, so that a number typed later is checked again. */
  somebodyElseThan: optionalText(1000),
  /** Nobody has discussed it with the client yet. */
  safeContactLater: ticked,
  safeContact: SafeContactInput,
  /** False for an import, and while a part of it is open: nobody has reviewed all of it with the client. */
  safeContactReviewed: z.boolean().default(true),
});

/**
 * How to contact the client safely is asked at once, or said to be open; the other parts may follow. A part that is
 * missing says so itself, and agreeing it is the next step: a protocol with an open part was not reviewed.
 */
export const RegisterClient = z.preprocess(withOpenParts, Client);

function withOpenParts(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return sent;
  const client = sent as Record<string, unknown>;
  const typed = Object.entries((client.safeContact ?? {}) as Record<string, unknown>);
  const given = Object.fromEntries(typed.filter(([, value]) => value !== ""));
  const isLater = ticked.safeParse(client.safeContactLater).data === true;
  const { channel, ...parts } = notAgreedYet;
  const open = isLater ? { ...parts, channel } : parts;
  const isWhole = Object.keys(notAgreedYet).every((part) => part in given);
  return {
    ...client,
    safeContact: { ...open, ...given },
    ...(isWhole && !isLater ? {} : { safeContactReviewed: false }),
  };
}

/** What was learned of a client later. A blank field stays as it was. */
export const CompleteClient = z.object({
  clientId: z.uuid(t("The client is missing.")),
  name: optionalText(160),
  identityNumber: optionalText(40),
  phone: optionalPhone,
  email: optionalEmail,
  address: optionalText(400),
  /** What is on record already may be replaced. */
  replace: ticked,
  somebodyElse: ticked,
  somebodyElseWhy: optionalText(300),
  somebodyElseThan: optionalText(1000),
});

export const SetSafeContact = SafeContactInput.extend({
  clientId: z.uuid(t("The client is missing.")),
  version: seenVersion,
});

export const RevealClient = z.object({
  clientId: z.uuid(t("The client is missing.")),
  reason: requiredText(t("Say why you need to see it."), 200),
  fields: z.array(z.enum(revealable)).optional(),
});

const of = z.string().min(1).max(200);
const reached = z.object({ subjectId: z.uuid(), caseId: z.uuid().optional() });
const sought = z.discriminatedUnion("action", [
  reached.extend({
    action: z.literal("client.sought"),
    detail: z.object({ of, clientId: z.uuid().optional() }),
  }),
  reached.extend({
    action: z.literal("client.duplicate_found"),
    detail: z.object({ of, clientId: z.uuid(), newClientId: z.uuid() }),
  }),
]);

/** Entries of the log, each of a record that a search reached and did not show. */
export const AppendSought = z.object({ entries: z.tuple([sought], sought) });

export type Sought = z.output<typeof sought>;

const hour = z
  .string(t("Give an hour, for example 09:00."))
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, t("Give an hour, for example 09:00."));

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Without a channel it ends what was agreed. Gives the days as numbers, 1 is Monday. */
export const AgreeSending = z
  .object({
    clientId: z.uuid(t("The client is missing.")),
    sms: ticked,
    email: ticked,
    monday: ticked,
    tuesday: ticked,
    wednesday: ticked,
    thursday: ticked,
    friday: ticked,
    saturday: ticked,
    sunday: ticked,
    from: hour,
    until: hour,
  })
  .transform(({ clientId, sms, email, from, until, ...ticks }) => ({
    clientId,
    sms,
    email,
    from,
    until,
    days: weekdays.flatMap((day, at) => (ticks[day] ? [at + 1] : [])),
  }))
  .superRefine(({ sms, email, days, from, until }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message, input: field });
    if (!sms && !email) return;
    if (days.length === 0) complain("monday", t("Choose at least one day that is safe."));
    if (from >= until) complain("until", t("The last safe hour is before the first."));
  });
