import type { Choice } from "@/app/_ui/choice";
import type { PickList } from "@/lib/casework/incidents/types";
import type { IdentifierView } from "@/lib/casework/subjects/identifiers/types";
import type { MatchView } from "@/lib/casework/subjects/matches/types";
import type { AccountForecast } from "@/lib/escalation/deadlines/types";
import type { BoardForm, BoardState } from "../board-address";

type BoardChoices = Record<"platforms" | "confidences" | "zones" | "identifierKinds", readonly Choice[]>;

/** What every part of the identity board is rendered from. */
export type Board = {
  caseId: string;
  state: BoardState;
  /** The one form that the address asks for. */
  openForm: { form: BoardForm; of: string } | null;
  exhibits: PickList;
  identifiers: readonly IdentifierView[];
  /** How many identifiers each subject has. */
  counts: ReadonlyMap<string, number>;
  matches: readonly MatchView[];
  forecasts: readonly AccountForecast[];
  choices: BoardChoices;
};
