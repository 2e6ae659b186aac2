import type { TakedownFact } from "@/lib/escalation/steps/types";
import { stateLabels } from "@/lib/escalation/takedowns/labels";
import type { RunningClock } from "@/lib/law/clocks/rules";
import { clockText } from "@/lib/law/jurisdictions/clock-text";
import type { ClockRule, PlaybookStep, ReferenceKind, StepClock } from "@/lib/law/jurisdictions/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { formatDateNear, plural } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type {
  CardClock,
  ContactChannel,
  FactLine,
  PacketFact,
  PacketStatus,
  PartView,
  ReferenceFact,
  StepAnswer,
  StepFact,
  StepStatus,
} from "./types";

/** The label for each state, the same on the card and in the legend. */
export const statusLabels: Record<StepStatus, string> = labelTable(() => ({
  done: t("Done"),
  ready: t("Ready to do"),
  begun: t("Begun"),
  waiting: t("Waiting"),
  overdue: t("Overdue"),
  not_yet: t("Not yet"),
  skipped: t("Not needed"),
}));

/** A platform's answer to a report. */
export const answerLabels: Record<StepAnswer, string> = labelTable(() => ({
  removed: t("Removed"),
  kept_up: t("Left up"),
  refused: t("Refused"),
  closed: t("Closed without a decision"),
}));

export const channelLabels: Record<ContactChannel, string> = {
  call: t("Phone call"),
  letter: t("Letter"),
  email: t("E-mail"),
  message: t("SMS or message"),
  visit: t("Visit, in person"),
  portal: t("Online portal"),
};

/** The state of one report: to be sent, sent, answered, or not needed. */
export function partWord(status: StepStatus, clock: RunningClock | null, fact: StepFact | null, today: CivilDate) {
  const on = (day: CivilDate | null | undefined) => (day ? ` ${formatDateNear(day, today)}` : "");
  if (status === "skipped") return statusLabels.skipped;
  if (status === "done") return `${fact?.answer ? answerLabels[fact.answer] : "Answered"}${on(fact?.outcomeOn)}`;
  if (status === "overdue" && clock) return clock.words;
  return fact?.state === "submitted" ? `Reported${on(fact.submittedOn)}` : t("To report");
}

/** The state of one item on the take-down list, with its day. */
export function takedownWord(status: StepStatus, clock: RunningClock | null, item: TakedownFact, today: CivilDate) {
  if (status === "skipped") return statusLabels.skipped;
  if (status === "overdue" && clock) return clock.words;
  const { state, endedOn, lastOn } = item;
  const on = state === "to_report" ? null : (endedOn ?? lastOn);
  return on ? `${stateLabels[state]} ${formatDateNear(on, today)}` : stateLabels[state];
}

/**
 * What was recorded about one report: why it is not needed, or the result, including an answer that did not close it.
 */
export function describePartState(status: StepStatus, fact: StepFact | null): string | null {
  if (status === "skipped") return fact?.skippedReason ?? null;
  if (!fact?.outcome || !fact.answer || status === "done") return fact?.outcome ?? null;
  return `${answerLabels[fact.answer]}: ${fact.outcome}`;
}

/** In the order of the card. */
const counted = ["to report", "reported", "refused", "removed", "closed", "answered", "not needed"] as const;

function countedAs({ status, takedown }: PartView): (typeof counted)[number] {
  if (status === "skipped") return "not needed";
  if (takedown && ["refused", "removed", "closed"].includes(takedown.state)) {
    return takedown.state as "refused" | "removed" | "closed";
  }
  if (status === "done") return "answered";
  return status === "waiting" || status === "overdue" ? "reported" : "to report";
}

/** How many reports are where, on the card of a step that has several. */
export function partsLine(parts: readonly PartView[]): FactLine {
  const byWord = Map.groupBy(parts, countedAs);
  return line(counted.flatMap((word) => (byWord.has(word) ? [`${byWord.get(word)?.length} ${word}`] : [])).join(", "));
}

const packetWords: Record<PacketStatus, string> = labelTable(() => ({
  drafted: "drafted",
  ready: t("waiting for approval"),
  approved: t("approved, to hand over"),
  handed_over: t("handed over"),
  opened: "opened",
  acknowledged: "received",
}));

/** The chip's words. A waiting step names on whom, an overdue one says how long. */
export function statusWord(
  status: StepStatus,
  clock: RunningClock | null,
  packet: PacketFact | null,
  whom: string,
): string {
  if (status === "waiting") return t("Waiting on {whom}", { whom });
  if (status === "overdue") return clock?.words ?? statusLabels.overdue;
  if (status === "begun" && packet)
    return t("Version {version} {value}", { version: packet.version, value: packetWords[packet.status].split(",")[0] });
  return statusLabels[status];
}

const line = (before: string, rest: Partial<FactLine> = {}): FactLine => ({
  before,
  number: null,
  notYet: null,
  after: "",
  stage: null,
  ...rest,
});

function clip(text: string): string {
  const one = text.trim().replace(/\s+/g, " ");
  return one.length > 64 ? `${one.slice(0, 61)}...` : one;
}

type FactSource = {
  step: PlaybookStep;
  status: StepStatus;
  fact: StepFact | null;
  references: readonly ReferenceFact[];
  kindOf: (key: string) => ReferenceKind | null;
  packet: PacketFact | null;
  exhibits: number;
  sightings: number;
  whyNotYet: readonly string[];
  notNeeded: string | null;
  today: CivilDate;
};

/** The one line of fact on a card: what opens it, its number, how far it is, or what it is about. */
export function factLine(source: FactSource): FactLine {
  const { step, status, fact } = source;
  if (status === "skipped") return line(clip(fact?.skippedReason ?? source.notNeeded ?? statusLabels.skipped));
  if (status === "not_yet") return line(source.whyNotYet[0] ?? step.summary);
  const numbers = numberLine(source);
  if (numbers) return numbers;
  if (step.produces.exhibits && source.exhibits + source.sightings > 0) return line(keptLine(source));
  return progressLine(source);
}

function keptLine({ exhibits, sightings }: FactSource): string {
  const seen = sightings > 0 ? [t("{sightings}, no image kept", { sightings: plural(sightings, "sighting") })] : [];
  return [...(exhibits > 0 ? [plural(exhibits, "exhibit")] : []), ...seen].join(", ");
}

function numberLine({ step, status, references, kindOf, fact, packet, today }: FactSource): FactLine | null {
  const mine = step.produces.references.flatMap((key) => references.filter((r) => r.kind === key));
  const issued = mine.filter((r) => r.state === "issued" && r.display);
  // A number that completes the step goes before one that came with it: an OB number is no CAS number.
  const completing = step.doneWhen.flatMap((rule) => (rule.by === "reference" ? rule.anyOf : []));
  const latest = issued.findLast((r) => completing.includes(r.kind)) ?? issued.at(-1);
  const first = kindOf(step.produces.references[0] ?? "");
  if (latest && step.produces.many && issued.length > 1) {
    return line(t("{issued}, last", { issued: plural(issued.length, "number") }), { number: latest.display ?? null });
  }
  if (latest) {
    const kind = kindOf(latest.kind);
    const missing =
      status !== "done" && first && latest.kind !== first.key ? t("{short} number", { short: first.short }) : null;
    const number = shortNumber(latest.display ?? "", kind);
    return line(kind?.short ?? "", { number, notYet: missing && t("{missing} not yet issued", { missing }) });
  }
  const waitsForIt = step.doneWhen.some(
    (rule) => rule.by === "reference" && step.produces.references.some((r) => rule.anyOf.includes(r)),
  );
  const asked =
    mine.some((r) => r.state === "not_yet_issued") ||
    (waitsForIt && (fact?.submittedOn || packet || status === "waiting"));
  if (!first || status === "done" || !asked) return null;
  const gone = packet && status !== "begun";
  const before = gone
    ? t("Version {version} {packetWords}{on}.", {
        version: packet.version,
        packetWords: packetWords[packet.status],
        on: dated(packet.on, today),
      })
    : "";
  return line(before, { notYet: t("{short} number not yet issued", { short: first.short }) });
}

/** `Fynbos Road CAS 212/10/2026` and `NCB PTA 26/1` are shown after the words CAS and NCB, which are not repeated. */
function shortNumber(display: string, kind: ReferenceKind | null): string {
  if (kind?.parser.shape === "station_serial") return display.replace(` ${kind.parser.word} `, " ");
  return kind && display.startsWith(`${kind.short} `) ? display.slice(kind.short.length + 1) : display;
}

const dated = (on: CivilDate | null | undefined, today: CivilDate) => (on ? ` ${formatDateNear(on, today)}` : "");

function progressLine({ step, status, fact, packet, today }: FactSource): FactLine {
  if (packet && !step.sendableByUs) {
    return line(
      t("Version {version} {packetWords}{on}", {
        version: packet.version,
        packetWords: packetWords[packet.status],
        on: dated(packet.on, today),
      }),
    );
  }
  if (fact?.outcome) return line(clip(fact.outcome));
  if (fact?.outcomeOn) {
    return line(t("Completed {outcomeOn}", { outcomeOn: formatDateNear(fact.outcomeOn, today) }), { stage: "closed" });
  }
  if (fact?.submittedOn) {
    const numberless = step.doneWhen.some((rule) => rule.by === "submitted") ? t(", no number expected") : "";
    return line(
      t("Sent {submittedOn}{numberless}", { submittedOn: formatDateNear(fact.submittedOn, today), numberless }),
      { stage: "sent" },
    );
  }
  if (fact?.lastContactOn)
    return line(t("Last contact {lastContactOn}", { lastContactOn: formatDateNear(fact.lastContactOn, today) }));
  if (fact?.begunOn && status !== "done")
    return line(t("Begun {begunOn}", { begunOn: formatDateNear(fact.begunOn, today) }));
  return line(status === "done" ? "" : step.summary);
}

/** The clock's words on a card: running, or what it will be. `kindOf` gives the letter of an idle clock. */
export function cardClock(
  clock: RunningClock | null,
  idle: StepClock | null,
  rule: ClockRule | null,
  isExplained: boolean,
): CardClock | null {
  // When the chip already says how late it is, the card says the rule instead.
  if (clock) {
    const { kind, state, dueOn, sources } = clock;
    const ruleWords = idle ? clockText(idle.idle, rule) : clock.title;
    return { text: isExplained ? ruleWords : clock.words, kind, state, dueOn, sources };
  }
  if (!idle) return null;
  return {
    text: clockText(idle.idle, rule),
    kind: rule?.kind ?? null,
    state: "idle",
    dueOn: null,
    sources: rule?.sources ?? [],
  };
}
