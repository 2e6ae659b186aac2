import { caseWords } from "./labels-case";
import { evidenceWords } from "./labels-evidence";
import { officeWords } from "./labels-office";
import { packetWords } from "./labels-packet";
import type { ActionWords } from "./types";

/** What each fact of the log says to a person. */
export const actionWords: ActionWords = { ...officeWords, ...caseWords, ...evidenceWords, ...packetWords };
