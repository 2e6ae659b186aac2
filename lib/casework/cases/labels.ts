import type { Risk } from "./types";

export const riskLabels: Record<Risk, string> = {
  standard: "Standard risk",
  elevated: "Elevated risk",
  high: "High risk",
};

export const riskHints: Record<Risk, string> = {
  standard: "No sign of a plan to come near or to harm.",
  elevated: "Threats repeat or grow, or the subject knows where the client lives.",
  high: "A threat to life or body that could be carried out.",
};

export const confidenceLabels = {
  confirmed: "Confirmed",
  probable: "Probable",
  possible: "Possible",
} as const;

export const confidenceHints = {
  confirmed: "The account says so itself, or the client saw it used.",
  probable: "Same words, pictures or contacts.",
  possible: "Only a resemblance so far.",
} as const;

/** The nature of an incident. The packet counts acts of violence, of causing fear and so on by these keys. */
export const actNatures = {
  threat_violence: "Threat of violence",
  threat_property: "Threat to property",
  intimate_image: "Intimate image shared or threatened",
  extortion: "Demand with a threat",
  stalking: "Following, watching or tracking",
  unwanted_contact: "Unwanted message or call",
  impersonation: "Post in the client's name",
  doxxing: "Personal details published",
  insult: "Insult or hate",
  other_act: "Something else",
} as const;

export const eventNatures = {
  told_to_stop: "Told to stop",
  blocked: "Blocked or reported by the client",
  replied: "The subject answered or showed knowledge",
  account_changed: "Account renamed, closed or opened",
  effect: "Effect on the client",
  other_event: "Something else",
} as const;

/** What an incident shows that the subject knew. A case about threats needs such facts (domain reference 0.4). */
export const knowledgeFacts = {
  told_to_stop: "Told to stop",
  blocked: "Blocked by the client",
  replied_knowing: "Answered, knowing the fear",
  new_account_after_block: "New account after a block",
  other: "Another fact",
} as const;

export type KnowledgeFact = keyof typeof knowledgeFacts;

/** An example for each, as the form shows it. */
export const knowledgeHints: Record<KnowledgeFact, string> = {
  told_to_stop: "was told that it must end, or that it frightens",
  blocked: "was blocked, and could see it",
  replied_knowing: "for example: I know you are scared",
  new_account_after_block: "came back although blocked",
  other: "say in the facts what it shows",
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
export const caseOutcomes = {
  stopped: "It stopped: removed, or no contact any more",
  order: "A court made an order",
  charged: "The subject was charged or convicted",
  handed_on: "Another organisation has it now",
  client_ended: "The client wanted to end it",
  no_contact: "The client cannot be reached",
  not_pursued: "The authorities do not pursue it",
  other: "Something else",
} as const;

/** The words for how a case ended; null for an open one. */
export function outcomeLabel(outcome: string | null): string | null {
  return outcome === null ? null : ((caseOutcomes as Partial<Record<string, string>>)[outcome] ?? outcome);
}

/** The word for an incident's nature, for either kind. */
export function natureLabel(nature: string): string {
  const all: Record<string, string> = { ...actNatures, ...eventNatures };
  return all[nature] ?? nature.replaceAll("_", " ");
}
