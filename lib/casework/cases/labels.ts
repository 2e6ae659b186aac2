import { wordsRecorded } from "@/lib/organisation/choices/rules";
import type { ChoiceLabels } from "@/lib/organisation/choices/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { Risk } from "./types";

export const riskLabels: Record<Risk, string> = {
  standard: t("Standard risk"),
  elevated: t("Elevated risk"),
  high: t("High risk"),
};

export const riskHints: Record<Risk, string> = {
  standard: t("No sign of a plan to approach or to cause harm."),
  elevated: t("Threats repeat or grow, or the subject knows where the client lives."),
  high: t("A threat to life or body that could be carried out."),
};

export const confidenceLabels = labelTable(() => ({
  confirmed: t("Confirmed"),
  probable: t("Probable"),
  possible: t("Possible"),
}));

export const confidenceHints = {
  confirmed: t("The account says so itself, or the client saw it used."),
  probable: t("Same words, pictures or contacts."),
  possible: t("Only a resemblance so far."),
} as const;

/** Stands for the handle of an account that nobody has read off yet. It finds and matches nothing. */
export const handleNotKnown = t("Handle not known yet");

/** The sentence of a case that was saved before anybody wrote one. */
export const matterNotWritten = t("Not written yet");

/** The nature of an incident. The packet counts acts of violence, of causing fear and so on by these keys. */
export const actNatures = labelTable(() => ({
  threat_violence: t("Threat of violence"),
  threat_property: t("Threat to property"),
  image_threat: t("Threat to share an intimate image"),
  image_shared: t("Intimate image shared"),
  intimate_image: t("Intimate image, shared or threatened: not known which"),
  extortion: t("Demand with a threat"),
  stalking: t("Following, watching or tracking"),
  unwanted_contact: t("Unwanted message or call"),
  impersonation: t("Post in the client's name"),
  doxxing: t("Personal details published"),
  insult: t("Insult or hate"),
  other_act: t("Something else"),
}));

export const eventNatures = labelTable(() => ({
  told_to_stop: t("Told to stop"),
  blocked: t("Blocked or reported by the client"),
  replied: t("The subject answered or showed knowledge"),
  account_changed: t("Account renamed, closed or opened"),
  effect: t("Effect on the client"),
  other_event: t("Something else"),
}));

/** Acts about an intimate image, whether it was shared or is only threatened. */
export const imageNatures: readonly string[] = ["image_threat", "image_shared", "intimate_image"];

/** What an incident shows that the subject knew. A case about threats needs such facts (domain reference 0.4). */
export const knowledgeFacts = labelTable(() => ({
  told_to_stop: t("Told to stop"),
  blocked: t("Blocked by the client"),
  replied_knowing: t("Replied, knowing that the client is afraid"),
  new_account_after_block: t("New account after a block"),
  other: t("Another fact"),
}));

export type KnowledgeFact = keyof typeof knowledgeFacts;

/** An example for each, as the form shows it. */
export const knowledgeHints: Record<KnowledgeFact, string> = {
  told_to_stop: t("was told to stop, or that it is frightening"),
  blocked: t("was blocked, and could see it"),
  replied_knowing: t("for example: I know you are scared"),
  new_account_after_block: t("came back after being blocked"),
  other: t("say in the facts what it shows"),
};

/** The wording of a chosen knowledge fact; null if none was chosen. */
function knowledgeLabel(knowledge: string | null): string | null {
  if (knowledge === null) return null;
  return (knowledgeFacts as Partial<Record<string, string>>)[knowledge] ?? knowledgeFacts.other;
}

/** An event of such a kind shows it implicitly, whatever else was chosen. */
const shownByNature: Partial<Record<string, KnowledgeFact>> = {
  told_to_stop: "told_to_stop",
  blocked: "blocked",
  replied: "replied_knowing",
} satisfies Partial<Record<keyof typeof eventNatures, KnowledgeFact>>;

/** What an incident shows that the subject knew, in words; null when nothing. */
export function knowledgeShown(incident: {
  nature: string;
  isKnowledge: boolean;
  knowledge: string | null;
}): string | null {
  return knowledgeLabel(
    incident.knowledge ?? shownByNature[incident.nature] ?? (incident.isKnowledge ? "other" : null),
  );
}

/** How a case ended, in the order in which the form offers it. */
export const caseOutcomes = labelTable(() => ({
  stopped: t("It stopped: removed, or no contact any more"),
  order: t("A court made an order"),
  charged: t("The subject was charged or convicted"),
  handed_on: t("Another organisation has it now"),
  client_ended: t("The client wanted to end it"),
  no_contact: t("The client cannot be reached"),
  not_pursued: t("The authorities do not pursue it"),
  other: t("Something else"),
}));

/** The words for how a case ended, those of the organisation where it was closed under them; null for an open one. */
export function outcomeLabel(outcome: string | null, labels: ChoiceLabels | null): string | null {
  if (outcome === null) return null;
  return wordsRecorded(labels, (caseOutcomes as Partial<Record<string, string>>)[outcome] ?? outcome);
}

/** Our word for an incident's nature, for either kind. */
export function natureLabel(nature: string): string {
  const all: Record<string, string> = { ...actNatures, ...eventNatures };
  return all[nature] ?? nature.replaceAll("_", " ");
}
