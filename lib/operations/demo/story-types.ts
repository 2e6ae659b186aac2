import { z } from "zod";
import { consentGrounds, consentPurposes, consentWays, risks } from "@/lib/casework/cases/types";
import { answers as answersOfDanger } from "@/lib/casework/danger/types";
import { directions, noteKinds, parties } from "@/lib/casework/notes/types";
import { consents, referralAnswers } from "@/lib/casework/referrals/types";
import { planSections } from "@/lib/casework/safety/plans/types";
import { checkStates } from "@/lib/casework/safety/technology/types";
import { serviceKinds } from "@/lib/casework/services/types";
import { signers } from "@/lib/documents/papers/types";
import { letterAnswers, letterChannels } from "@/lib/escalation/letters/types";
import { stepAnswers } from "@/lib/escalation/steps/types";
import { onlookers, platformAnswers, routes } from "@/lib/escalation/takedowns/types";
import { captureMethods, sensitivities, timeSources } from "@/lib/evidence/exhibits/types";
import { languages } from "@/lib/evidence/translations/types";
import { questionReasons } from "@/lib/handover/handovers/types";
import { packetKindKeys, receiverRoles } from "@/lib/packets/packets/types";
import type { DemoKey } from "./people";

const text = z.string().min(1);
/** Days before today, so that the demonstration is fresh whenever it is loaded. */
const ago = z.int();
/** The wall clock of the story. */
const at = z.string().regex(/^\d\d:\d\d$/);
/** Counted from 0, in the order of the story. */
const nth = z.int().min(0);
const act = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ago, ...shape });

/** What happens on a rung of the ladder. `to`: the platform, on the step of which there is one for each. */
const stepAct = z.union([
  act({ begin: text, to: text.optional(), note: text.optional() }),
  act({ submit: text, to: text.optional(), at: at.optional(), note: text.optional() }),
  act({
    outcome: text,
    to: text.optional(),
    answer: z.enum(stepAnswers).optional(),
    note: text,
    goesOn: z.boolean().optional(),
  }),
  act({ contact: text, to: text.optional(), note: text, dueIn: z.int().optional() }),
  act({ skip: text, to: text.optional(), reason: text }),
  act({
    refused: text,
    at,
    office: text,
    officer: text.optional(),
    words: text.optional(),
    witnesses: text.optional(),
  }),
  /** The newest refusal of the case goes to a higher rung. */
  act({ raise: text, why: text }),
]);

/** Numbers from outside. A CAS number is written from its serial and the month in which it was given. */
const numberAct = z.union([
  act({
    number: text,
    raw: text.optional(),
    serial: z.int().optional(),
    odd: z.boolean().optional(),
    issuer: text.optional(),
    station: text.optional(),
    via: z.enum(["sms", "phone", "paper", "email", "portal"]),
  }),
  act({ awaited: text, note: text }),
  act({ amend: text, raw: text, why: text }),
  act({ secret: text, label: text, words: text }),
]);

const answers = z.record(z.string(), z.string());

/** Documents, identified by their template. Answers go by the beginning of what a block asks, or by its label. */
const paperAct = z.union([
  act({ draft: text, as: z.enum(signers), exhibits: z.array(text).optional() }),
  act({ finish: text, answers, instead: answers.optional() }),
  act({ swear: text, exhibit: nth }),
  act({ post: text }),
]);

/** What goes on the file. `answer`: days until the answer. */
const fileAct = z.union([
  act({ keep: nth, askedBy: text, answer: z.int(), days: z.int(), note: text.optional() }),
  act({ authority: text, exhibit: nth }),
  act({ close: text, note: text }),
  /** A letter that came in, about a step. `dueIn`: days until the date that it sets. */
  act({
    letter: text,
    from: text,
    channel: z.enum(letterChannels),
    summary: text,
    answers: z.enum(letterAnswers),
    outcome: text.optional(),
    dueIn: z.int().optional(),
  }),
]);

const share = z.number().min(0).max(1);

/** What is done with exhibits and the identity board. */
const evidenceAct = z.union([
  /**
   * Has an export read. Who is not the client is the newest account of the board; `pick`: how chosen messages begin, none
   * where the acts are recorded already.
   */
  act({ chat: nth, client: text, pick: z.array(text), nature: text.optional() }),
  act({ link: text, handle: text, why: text }),
  act({ phone: text, why: text }),
  /** What a message, by its number, means in English. `signed`: the exhibit that is the signed translation. */
  act({
    translate: nth,
    place: text,
    language: z.enum(languages),
    words: text,
    translator: text,
    standing: text,
    signed: nth,
  }),
  /** What is said in a voice note, line by line as somebody types it. */
  act({ transcribe: nth, language: text, lines: z.array(text).min(1) }),
  act({ mask: nth, box: z.strictObject({ x: share, y: share, width: share, height: share }), why: text }),
  /** Somebody had the hashes computed again. */
  act({ check: z.array(nth) }),
  /** Somebody checked the addresses of these again. */
  act({ look: z.array(nth), found: text }),
]);

/** Whether there is danger, for the acts so far. `at`: earlier on the same day. `review`: days until somebody looks again. */
const dangerAct = act({
  danger: z.enum(answersOfDanger),
  reason: text,
  steps: z
    .array(z.strictObject({ what: text, at: at.optional() }))
    .max(3)
    .optional(),
  review: z.int().min(0).optional(),
});

/** A note, or a contact with somebody. `nextIn`: days until the next act. */
const noteAct = act({
  write: text,
  as: z.enum(noteKinds).optional(),
  with: z.enum(parties).optional(),
  name: text.optional(),
  direction: z.enum(directions).optional(),
  agreed: text.optional(),
  next: text.optional(),
  nextIn: z.int().optional(),
  pinned: z.boolean().optional(),
});
/** What keeps the client safe. `review`: days until somebody looks again; left out, our default counts. */
const safetyAct = z.union([
  act({
    plan: z.array(z.strictObject({ section: z.enum(planSections), what: text, detail: text.optional() })).min(1),
    reviewed: z.boolean().optional(),
    review: z.int().min(1).optional(),
  }),
  act({
    /** The keys of the questions answered with yes and with no. */
    riskYes: z.array(text),
    riskNo: z.array(text),
    decide: z.enum(risks),
    reason: text.optional(),
    review: z.int().min(1).optional(),
  }),
  act({ device: text, found: z.enum(checkStates), note: text.optional() }),
]);

/** What is done on the take-down list. `item`: the code of an item, `TD-1`. */
const takedownAct = z.union([
  /** All that the case has by then is put on the list. */
  act({ track: z.literal(true) }),
  /** `known`: its ID is the number of the platform that is on the case already. */
  act({ item: text, reported: z.enum(routes), id: text.optional(), known: z.boolean().optional() }),
  act({ item: text, answered: z.enum(platformAnswers), note: text.optional() }),
  act({ items: z.array(text), seen: z.enum(["up", "gone"]), by: z.enum(onlookers), proof: nth.optional() }),
]);

const account = z.strictObject({
  platform: text,
  handle: text,
  id: text.optional(),
  url: text.optional(),
  confidence: z.enum(["confirmed", "probable"]),
  why: text.optional(),
});

const incident = z.strictObject({
  ago,
  at,
  nature: text,
  event: z.boolean().optional(),
  account: nth.optional(),
  words: text.optional(),
  what: text,
  /** What it shows that the subject knew. */
  shows: z.enum(["told_to_stop", "blocked", "replied_knowing", "new_account_after_block"]).optional(),
});

/** One line of a chat; without `by` it is a notice of the program. */
const chatLine = z.strictObject({ ago, at, by: text.optional(), words: text });

/** A mail and the servers it went through, the first one first. `after`: seconds after it was sent. */
const mail = z.strictObject({
  ago,
  at,
  from: text,
  to: text,
  subject: text,
  hops: z.array(z.strictObject({ from: text, ip: text, by: text, after: z.int().min(0) })),
  words: text,
});

const screen = z.strictObject({
  heading: text,
  bubbles: z.array(z.strictObject({ text, at: text, mine: z.boolean().optional() })),
});

const shown = {
  ago,
  at,
  name: text,
  words: text,
  description: text,
  incident: nth.optional(),
  /** The account it shows, and its address. */
  account: nth.optional(),
  url: text.optional(),
  /** Which clock its time was read from; left out, a certificate lacks it. */
  clock: z.enum(timeSources).optional(),
  sensitivity: z.enum(sensitivities).optional(),
};

const exhibit = z.union([
  z.strictObject({ ...shown, screen, method: z.enum(captureMethods).optional() }),
  z.strictObject({ ...shown, chat: z.array(chatLine) }),
  z.strictObject({ ...shown, mail }),
  /** A voice note: so many seconds of a tone, as what was said is in `words`. */
  z.strictObject({ ...shown, voice: z.strictObject({ seconds: z.int().min(1).max(60) }) }),
]);

/** One case of the demonstration: a file of `data/cases`. */
const storySchema = z.strictObject({
  pseudonym: text,
  /** If omitted, the first pair. */
  pair: text.optional(),
  /** Where the client lives; the zone of the office when left out. */
  zone: text.optional(),
  owner: z.enum(["thandi", "anele"] satisfies DemoKey[]),
  risk: z.enum(["standard", "elevated", "high"]),
  inDanger: z.boolean().optional(),
  matter: text,
  opened: ago,
  client: z.strictObject({ name: text, phone: text, address: text }),
  /** The ground recorded at opening; none in a case where it is still missing. */
  consent: z
    .strictObject({
      ground: z.enum(consentGrounds),
      way: z.enum(consentWays).optional(),
      purposes: z.array(z.enum(consentPurposes)),
      by: text.optional(),
      words: text.optional(),
    })
    .optional(),
  subject: z.strictObject({ allegedName: text.optional(), allegedPlace: text.optional() }),
  accounts: z.array(account),
  incidents: z.array(incident),
  exhibits: z.array(exhibit),
  acts: z.array(
    z.union([stepAct, numberAct, paperAct, fileAct, evidenceAct, dangerAct, noteAct, safetyAct, takedownAct]),
  ),
});

const officer = z.enum(["maseko", "vanwyk"] satisfies DemoKey[]);

/** What happens to one version of a packet after it was drafted, in order. */
const packetAct = z.union([
  act({ comment: text, by: z.enum(["supervisor", "owner"]) }),
  /** Every line that fails goes through with this reason, which is printed. */
  act({ approve: text }),
  act({ give: officer, message: text, withAnnex: z.boolean().optional() }),
  /** The officer who has it opens it and says that it arrived. */
  act({ received: text, number: z.strictObject({ kind: text, raw: text }).optional() }),
  /** The same officer asks; left without an answer, the question is open. */
  act({
    ask: z.enum(questionReasons),
    part: text.optional(),
    words: text,
    answer: z.strictObject({ ago, words: text }).optional(),
  }),
  act({ withdraw: text }),
]);

const packetStoriesSchema = z.array(
  z.strictObject({
    pseudonym: text,
    kind: z.enum(packetKindKeys),
    ago,
    words: z.strictObject({
      screened: z.enum(["clear", "not_clear"]).optional(),
      minors: z.enum(["yes", "no"]).optional(),
      stage: text.optional(),
      purpose: text.optional(),
      secrecy: text.optional(),
      urgency: text.optional(),
      /** Days until the bureau's answer is needed. */
      answerIn: z.int().optional(),
      /** Why legal process is too slow, which an emergency letter has to say. */
      noTime: text.optional(),
    }),
    acts: z.array(packetAct),
  }),
);

/** As the clients signed them. */
const releaseStoriesSchema = z.array(
  z.strictObject({
    pseudonym: text,
    ago,
    role: z.enum(receiverRoles),
    to: text,
    purpose: text,
    identity: z.boolean().optional(),
    /** The officers whom the client meant. A release only for an office names nobody yet, and covers nobody. */
    names: z.array(officer).optional(),
  }),
);

/** Offences as they were named on the cases, by the codes of acts and exhibits. */
const chargeStoriesSchema = z.array(
  z.strictObject({
    pseudonym: text,
    ago,
    home: text,
    there: text,
    answers: z.array(
      z.strictObject({
        /** `home threat`, `there mind`, `pair true-threat`: elements and needs that the same acts carry. */
        elements: z.array(z.string().regex(/^(home|there|pair) [a-z0-9-]+$/)).min(1),
        incidents: z.array(text),
        exhibits: z.array(text).optional(),
        note: text,
      }),
    ),
    /** Why each of these is not relied on, by the key of the offence. */
    considered: z.record(z.string(), text),
  }),
);

/** The directory of services. */
const serviceStoriesSchema = z.array(
  z.strictObject({
    kind: z.enum(serviceKinds),
    name: text,
    area: text.optional(),
    phone: text.optional(),
    email: text.optional(),
    hours: text.optional(),
    note: text.optional(),
  }),
);

/** Referrals of clients of the first caseworker, by the name of the service. `answerIn`: days until the day of the answer. */
const referralStoriesSchema = z.array(
  z.strictObject({
    pseudonym: text,
    ago,
    to: text,
    purpose: text,
    passedOn: text,
    consent: z.enum(consents).exclude(["none"]),
    note: text.optional(),
    answerIn: z.int().min(0).optional(),
    answer: z.strictObject({ ago, answer: z.enum(referralAnswers), words: text }).optional(),
    outcome: z.strictObject({ ago, words: text }).optional(),
  }),
);

/** What each file of the demonstration must hold. The published schemas are made of the same. */
export const demoSchemas = {
  case: storySchema,
  charges: chargeStoriesSchema,
  packets: packetStoriesSchema,
  referrals: referralStoriesSchema,
  releases: releaseStoriesSchema,
  services: serviceStoriesSchema,
} as const;

export type Ago = number;
export type StepAct = z.output<typeof stepAct>;
export type NumberAct = z.output<typeof numberAct>;
export type PaperAct = z.output<typeof paperAct>;
export type FileAct = z.output<typeof fileAct>;
export type EvidenceAct = z.output<typeof evidenceAct>;
export type DangerAct = z.output<typeof dangerAct>;
export type NoteAct = z.output<typeof noteAct>;
export type SafetyAct = z.output<typeof safetyAct>;
export type TakedownAct = z.output<typeof takedownAct>;
export type Act =
  | StepAct
  | NumberAct
  | PaperAct
  | FileAct
  | EvidenceAct
  | DangerAct
  | NoteAct
  | SafetyAct
  | TakedownAct;
export type ChatLine = z.output<typeof chatLine>;
export type StoryMail = z.output<typeof mail>;
export type StoryExhibit = z.output<typeof exhibit>;
export type Story = z.output<typeof storySchema>;
export type ChargeStory = z.output<typeof chargeStoriesSchema>[number];
export type PacketAct = z.output<typeof packetAct>;
export type PacketStory = z.output<typeof packetStoriesSchema>[number];
export type ReleaseStory = z.output<typeof releaseStoriesSchema>[number];
export type ServiceStory = z.output<typeof serviceStoriesSchema>[number];
export type ReferralStory = z.output<typeof referralStoriesSchema>[number];
