import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { answered, type CaseReading, factOf, handedOver, packetOf, standing } from "../rules";
import { splitStep } from "../split-step";
import { type StepStage, stages } from "./types";

/**
 * How far a step is. A number shows that the receiver has it, not that it was answered; a packet that an officer has is
 * not with the receiver of the step.
 */
export function stageOf(c: CaseReading, step: PlaybookStep): StepStage {
  const parts = splitStep(c, step).map((part) => stageOf(part.reading, part.step));
  const status = standing(c, step);
  const fact = factOf(c, step.key);
  if (status === "skipped") return at("not_needed", null);
  if (status === "done") return at("closed", fact?.outcomeOn ?? givenOn(c, step) ?? fact?.submittedOn ?? null);
  // Of several reports, the one that is least far says how far the step is.
  const open = parts.filter(({ stage }) => stage !== "closed" && stage !== "not_needed");
  const [least] = open.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
  if (least) return least;
  if (fact?.outcome && fact.outcomeOn) return at("answered", fact.outcomeOn, step.waitsOn);
  if (answered(c, step)) return at("received", givenOn(c, step), step.waitsOn);
  const packet = step.sendableByUs ? null : handedOver(c, step.produces.packet);
  if (packet) {
    const by = t("the officer who has version {version}", { version: packet.version });
    return { ...at("sent", handedOn(c, step), by), onTheWay: true };
  }
  if (fact?.state === "submitted") return at("sent", fact.submittedOn ?? null);
  return isPrepared(c, step) ? at("prepared", fact?.begunOn ?? null) : at("to_do", null);
}

const at = (stage: StepStage["stage"], on: CivilDate | null, by: string | null = null): StepStage => ({
  stage,
  on,
  by,
  onTheWay: false,
});

function givenOn(c: CaseReading, step: PlaybookStep): CivilDate | null {
  const number = answered(c, step);
  return number?.issuedOn ?? number?.recordedOn ?? null;
}

const handedOn = (c: CaseReading, step: PlaybookStep): CivilDate | null =>
  c.facts.handovers
    .filter(({ packetKind }) => packetKind === step.produces.packet)
    .map(({ handedOverOn }) => handedOverOn)
    .toSorted()
    .at(-1) ?? null;

/** Something of it is there: it was begun, a packet or a document was drafted. */
function isPrepared(c: CaseReading, step: PlaybookStep): boolean {
  if (factOf(c, step.key) || packetOf(c, step.produces.packet)) return true;
  const { document } = step.produces;
  return document !== undefined && c.facts.documents.some(({ kind }) => kind === document);
}
