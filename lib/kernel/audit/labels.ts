import { labelTable } from "@/lib/platform/language/label-table";
import { caseWords } from "./labels-case";
import { evidenceWords } from "./labels-evidence";
import { officeWords } from "./labels-office";
import { packetWords } from "./labels-packet";
import type { ActionWords } from "./types";

/** The displayed wording of each log action. */
export const actionWords: ActionWords = labelTable(() => ({
  ...officeWords,
  ...caseWords,
  ...evidenceWords,
  ...packetWords,
}));
