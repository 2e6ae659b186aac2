import type { Choice } from "@/app/_ui/choice";
import type { FormAction } from "@/app/_ui/form";
import type { AccountForecast } from "@/lib/deadlines/types";
import type { IdentifierView } from "@/lib/identifiers/types";
import type { MatchView } from "@/lib/matches/types";

export type BoardActions = Record<
  | "amendSubjectAction"
  | "amendAccountAction"
  | "linkAccountAction"
  | "tieAccountExhibitAction"
  | "untieAccountExhibitAction"
  | "addIdentifierAction"
  | "amendIdentifierAction"
  | "removeIdentifierAction",
  FormAction
>;

export type BoardChoices = Record<
  "platforms" | "confidences" | "zones" | "exhibits" | "identifierKinds",
  readonly Choice[]
>;

/** What every part of the identity board is drawn from. */
export type Board = {
  caseId: string;
  identifiers: readonly IdentifierView[];
  matches: readonly MatchView[];
  forecasts: readonly AccountForecast[];
  choices: BoardChoices;
  actions: BoardActions;
};
