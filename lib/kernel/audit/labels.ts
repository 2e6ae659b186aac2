import { caseWords } from "./labels-case";
import { evidenceWords } from "./labels-evidence";
import { officeWords } from "./labels-office";
import { packetWords } from "./labels-packet";
import type { ActionWords } from "./types";

/** The displayed wording of each log action. */
export const actionWords: ActionWords = { ...officeWords, ...caseWords, ...evidenceWords, ...packetWords };
