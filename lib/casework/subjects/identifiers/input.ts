import { z } from "zod";
import { optionalDate, optionalId, optionalText, requiredText, seenVersion, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { oddValue } from "./rules";
import { identifierKinds } from "./types";

const caseId = z.uuid(t("The case is missing."));
const identifierId = z.uuid(t("The identifier is missing."));

const Shape = z.object({
  caseId,
  kind: z.enum(identifierKinds, "Choose what it is."),
  value: requiredText(t("Type it as it was seen."), 300),
  confidence: z.enum(["confirmed", "probable", "possible"], "Choose how sure you are."),
  linkReason: optionalText(400),
  exhibitId: optionalId,
  firstSeenOn: optionalDate,
  lastSeenOn: optionalDate,
  /** The answer to the question: it stays confirmed although no exhibit shows it. */
  keepConfirmed: ticked,
});

type Draft = Pick<z.output<typeof Shape>, "kind" | "value" | "firstSeenOn" | "lastSeenOn">;

function check(draft: Draft, ctx: z.RefinementCtx): void {
  const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
  const odd = oddValue(draft.kind, draft.value);
  if (odd) say("value", odd);
  if (draft.firstSeenOn && draft.lastSeenOn && draft.lastSeenOn < draft.firstSeenOn) {
    say("lastSeenOn", t("Last seen cannot be before first seen."));
  }
}

export const AddIdentifier = Shape.extend({ subjectId: z.uuid(t("Choose a subject.")) }).superRefine(check);

export const AmendIdentifier = Shape.extend({ identifierId, version: seenVersion }).superRefine(check);

export const RemoveIdentifier = z.object({
  caseId,
  identifierId,
  seen: ticked.refine(Boolean, t("Tick to confirm that you want to remove it.")),
});
