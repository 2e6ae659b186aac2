import { z } from "zod";
import { RegisterClient } from "@/lib/casework/clients/input";
import { CustomInput } from "@/lib/casework/custom-values/input";
import { chosenFrom } from "@/lib/organisation/choices/chosen-from";
import { keyOf, readChosen } from "@/lib/organisation/choices/rules";
import {
  mostVersions,
  optionalDate,
  optionalId,
  optionalText,
  optionalWall,
  requiredText,
  requiredZone,
  seenVersion,
  ticked,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { instantOnWall, isZone } from "@/lib/platform/time/zone";
import { actNatures, caseOutcomes, eventNatures, handleNotKnown, knowledgeFacts } from "./labels";
import { consentGrounds, consentPurposes, consentWays, risks, type Strokes } from "./types";

const keys = <T extends Record<string, string>>(labels: T) => Object.keys(labels) as [keyof T & string];

const signatureSize = 60_000;
const strokes = z
  .array(
    z
      .array(z.tuple([z.number().int().min(0).max(1000), z.number().int().min(0).max(400)]))
      .min(1)
      .max(2000),
  )
  .max(300);

/** Strokes of a finger, as JSON; null for any other text. */
export function readStrokes(text: string): Strokes | null {
  try {
    return strokes.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Blank is null: nobody signed. */
const signature = z
  .string()
  .max(signatureSize, t("This signature is too long. Clear it and sign again."))
  .nullish()
  .transform((text, ctx): Strokes | null => {
    if (!text) return null;
    const read = readStrokes(text);
    if (!read) {
      ctx.addIssue({ code: "custom", message: t("This signature cannot be read. Clear it and sign again.") });
      return z.NEVER;
    }
    return read.length > 0 ? read : null;
  });

/** The ground on which the organisation works on a case, as recorded. What is not known yet is left out. */
export const ConsentShape = z.object({
  ground: z.enum(consentGrounds, t("Choose the ground.")),
  way: z
    .union([z.literal(""), z.enum(consentWays, t("Choose how consent was given."))])
    .nullish()
    .transform((chosen) => chosen || null),
  words: optionalText(1000),
  purposes: z.partialRecord(z.enum(consentPurposes), ticked).default({}),
  otherPurpose: optionalText(300),
  /** Today when left out. */
  givenOn: optionalDate,
  signature,
  signedName: optionalText(160),
  guardianName: optionalText(160),
  guardianRelation: optionalText(80),
  guardianAgreed: ticked,
  noGuardian: optionalText(400),
});

type ConsentDraft = z.output<typeof ConsentShape>;

/** Only what nobody else could say later: how consent was given, or why none was asked for. */
export function checkConsent(consent: ConsentDraft, ctx: z.RefinementCtx): void {
  const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
  if (consent.ground === "consent" && !consent.way) say("way", t("Choose how consent was given."));
  if (consent.ground !== "consent" && !consent.words) say("words", t("Say in a sentence why this ground applies."));
  if (consent.way === "signed_here" && !consent.signature && !consent.signedName)
    say("signedName", t("Sign in the box, or type the name of the person who agrees."));
  if (consent.guardianAgreed && !consent.guardianName) say("guardianName", t("Type the name of the guardian."));
}

export const ConsentInput = ConsentShape.superRefine(checkConsent);

/** No ground chosen on the form that opens a case: nothing is recorded yet. */
function orNotYet(sent: unknown): unknown {
  const isChosen = typeof sent === "object" && sent !== null && "ground" in sent && Boolean(sent.ground);
  return isChosen ? sent : undefined;
}

/** One account of a subject as typed. Either the ID is given, or marked as not known. */
export const AccountShape = z.object({
  platform: requiredText(t("Choose a platform."), 40),
  handle: requiredText(t("Type the handle as it is shown."), 120),
  platformId: optionalText(200),
  idNotKnown: ticked,
  url: optionalText(500),
  displayName: optionalText(160),
  confidence: z.enum(["confirmed", "probable", "possible"], "Choose how sure you are."),
  linkReason: optionalText(400),
  firstSeenOn: optionalDate,
  lastSeenOn: optionalDate,
});

type AccountDraft = Pick<z.output<typeof AccountShape>, "platformId" | "idNotKnown" | "firstSeenOn" | "lastSeenOn">;

/** An account needs its permanent ID, or the explicit statement that it is not known yet. */
export function checkAccount(account: AccountDraft, ctx: z.RefinementCtx): void {
  const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
  if (!account.platformId && !account.idNotKnown) {
    say("platformId", t("Type the permanent ID, or tick that it is not known yet."));
  }
  if (account.platformId && account.idNotKnown) say("platformId", t("Untick “not known yet”, or empty this field."));
  if (account.firstSeenOn && account.lastSeenOn && account.lastSeenOn < account.firstSeenOn) {
    say("lastSeenOn", t("Last seen cannot be before first seen."));
  }
}

export const AccountInput = AccountShape.superRefine(checkAccount);

/** One incident as typed. `when` is a local time in `zone`. */
export const IncidentShape = z.object({
  /** Left out, it follows from the nature. */
  kind: z.enum(["act", "event"], "Choose whether it is an act or another event.").optional(),
  nature: z.preprocess(
    (chosen) => chosen || "other_act",
    chosenFrom([...keys(actNatures), ...keys(eventNatures)], t("Choose what it was.")),
  ),
  /** Null: not known yet. */
  when: optionalWall,
  zone: requiredZone,
  timeIsAbout: ticked,
  url: optionalText(1000),
  words: optionalText(4000),
  /** Empty where the words as sent say it. */
  what: optionalText(2000).transform((text) => text ?? ""),
  isKnowledge: ticked,
  /** What it shows that the subject knew; if chosen, the incident counts as a fact of knowledge. */
  knowledge: z
    .union([z.literal(""), z.enum(keys(knowledgeFacts), "Choose what it shows, or nothing.")])
    .nullish()
    .transform((chosen) => chosen || null),
});

type IncidentDraft = Pick<z.output<typeof IncidentShape>, "kind" | "nature" | "when" | "zone" | "what" | "words">;

/** Something is said of it, the nature fits the kind, and the time, where it is known, was on the wall. */
export function checkIncident(incident: IncidentDraft, ctx: z.RefinementCtx): void {
  const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
  if (incident.kind && incident.kind !== kindOf(incident.nature)) {
    say("nature", incident.kind === "act" ? t("Choose one of the acts.") : t("Choose one of the other events."));
  }
  if (!incident.what && !incident.words) say("what", t("Say what happened in a sentence, or paste the words as sent."));
  if (incident.when === null || !isZone(incident.zone) || instantOnWall(incident.when, incident.zone)) return;
  const isTime = instantOnWall(incident.when, "UTC") !== null;
  say(
    "when",
    isTime
      ? t("The clocks went forward at this time, so it does not exist. Check the time or the zone.")
      : t("Use a day and a time: 2026-11-24T11:40."),
  );
}

/** An act by the subject, or another event. */
export function kindOf(nature: string): "act" | "event" {
  return keyOf(nature) in actNatures ? "act" : "event";
}

/** The last step of every incident input. */
export function withKind<T extends { nature: string }>(incident: T): Omit<T, "kind"> & Nature {
  const { key, choice } = readChosen(incident.nature);
  return { ...incident, kind: kindOf(key), nature: key, natureChoice: choice };
}

/** `natureChoice`: the id of a choice of the organisation's own, which counts as `nature`. */
type Nature = { kind: "act" | "event"; nature: string; natureChoice: string | null };

const FirstIncident = IncidentShape.extend({
  /** Which of the accounts on this form, counted from 0. */
  account: z
    .string()
    .nullish()
    .transform((text) => (text ? Number(text) : null))
    .refine((at) => at === null || (Number.isInteger(at) && at >= 0), t("Choose an account from this form.")),
})
  .superRefine(checkIncident)
  .transform(withKind);

/** At opening nothing of an account is required: what is not known is asked about on the case. */
const FirstAccount = AccountShape.extend({
  platform: optionalText(40).transform((platform) => platform ?? "other"),
  handle: optionalText(120),
  confidence: z.preprocess((chosen) => chosen || "possible", AccountShape.shape.confidence),
})
  .superRefine((account, ctx) => {
    if (account.platformId || account.idNotKnown) checkAccount(account, ctx);
    else checkAccount({ ...account, idNotKnown: true }, ctx);
  })
  .transform((account) => ({
    ...account,
    handle: account.handle ?? account.displayName ?? account.url ?? handleNotKnown,
  }));

/** The fields of a form row that have preset values, and ticks that say nothing on their own. */
const preset = new Set(["confidence", "zone", "kind", "idNotKnown", "timeIsAbout"]);

/** Drops blank rows at the end; a blank row before others keeps its position. */
function withoutBlankEnd(rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows ?? [];
  const isTyped = (row: unknown) => Object.entries(row ?? {}).some(([key, value]) => value && !preset.has(key));
  return rows.slice(0, rows.findLastIndex(isTyped) + 1);
}

/**
 * One form, one transaction. `id` is created when the form is rendered and becomes the id of the case, so that
 * submitting it twice opens one case.
 */
export const OpenCase = z
  .object({
    id: z.uuid(t("Open the form again.")),
    clientId: optionalId,
    client: RegisterClient.optional(),
    /** The organisation's own fields of a new client. */
    clientOwn: CustomInput.optional(),
    pair: requiredText(t("Choose the two countries."), 10),
    /** Null: nobody has assessed it yet. */
    risk: z
      .union([z.literal(""), z.enum(risks, "Choose a risk.")])
      .nullish()
      .transform((risk) => risk || null),
    inDanger: ticked,
    matter: requiredText(t("Say in one sentence what happened."), 300),
    consent: z.preprocess(orNotYet, ConsentInput.optional()),
    subject: z
      .object({
        allegedName: optionalText(160),
        allegedPlace: optionalText(160),
      })
      .default({ allegedName: null, allegedPlace: null }),
    accounts: z.preprocess(withoutBlankEnd, z.array(FirstAccount).max(20)),
    incidents: z.preprocess(withoutBlankEnd, z.array(FirstIncident).max(50)),
    ...CustomInput.shape,
    /** What the organisation's own fields require may follow. */
    customLater: ticked,
  })
  .superRefine((form, ctx) => {
    if (Boolean(form.clientId) === Boolean(form.client)) {
      ctx.addIssue({ code: "custom", path: ["clientId"], message: t("Choose a client, or register a new one.") });
    }
    for (const [at, incident] of form.incidents.entries()) {
      if (incident.account !== null && incident.account >= form.accounts.length) {
        ctx.addIssue({
          code: "custom",
          path: ["incidents", at, "account"],
          message: t("Choose an account of this form."),
        });
      }
    }
  });

/** Ours, or one of the organisation's own. */
const outcome = chosenFrom(keys(caseOutcomes), t("Choose how it ended."));

/** Dates and ending of a case from another system, as in an import. No form has these fields. */
const PastShape = {
  openedOn: optionalDate,
  closedOn: optionalDate,
  outcome: z
    .union([z.literal(""), outcome])
    .nullish()
    .transform((chosen) => chosen || null),
  closingNote: optionalText(2000),
};

/** As the form, with the fields of an import. */
export const BringInCase = OpenCase.safeExtend(PastShape);

export const ClosePastCase = z.object({
  caseId: z.uuid(t("The case is missing.")),
  closedOn: optionalDate.refine((day) => day !== null, t("Say on which day it was closed.")),
  outcome,
  note: requiredText(t("Say in a few sentences how it ended."), 2000),
});

export const AssignCase = z.object({
  caseId: z.uuid(t("The case is missing.")),
  memberId: z.uuid(t("Choose a person.")),
});

export const ChangeRisk = z.object({
  caseId: z.uuid(t("The case is missing.")),
  risk: z.enum(risks, "Choose a risk."),
  inDanger: ticked,
  reason: requiredText(t("Say why. It is kept with the change."), 300),
  version: seenVersion,
});

/** The versions that the preview showed, so that nobody moves to one they have not seen. */
const version = z.coerce
  .number(t("Look at what changes first."))
  .int()
  .min(1, t("Look at what changes first."))
  .max(mostVersions);

export const DescribeCase = z.object({
  caseId: z.uuid(t("The case is missing.")),
  matter: requiredText(t("Say in one sentence what happened."), 300),
  version: seenVersion,
});

/** The fields of the organisation's own. What is not sent keeps its value. */
export const AmendCaseFields = z.object({
  caseId: z.uuid(t("The case is missing.")),
  version: seenVersion,
  ...CustomInput.shape,
});

export const MovePlaybook = z.object({ caseId: z.uuid(t("The case is missing.")), from: version, to: version });

export const CloseCase = z.object({
  caseId: z.uuid(t("The case is missing.")),
  outcome,
  note: requiredText(t("Say in a few sentences how it ended."), 2000),
  seen: ticked.refine(Boolean, t("Tick that you have seen what stays open.")),
  ...CustomInput.shape,
});

export const ReopenCase = z.object({
  caseId: z.uuid(t("The case is missing.")),
  reason: requiredText(t("Say why. It is kept in the log."), 300),
});
