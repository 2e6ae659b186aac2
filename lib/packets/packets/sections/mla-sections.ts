import { brief } from "./brief/brief";
import { certificates } from "./certificates";
import { chronology } from "./chronology";
import { adoption } from "./core/adoption";
import { handling } from "./core/handling";
import { contents } from "./core/opening";
import { sought } from "./core/sought";
import { statementOfFacts } from "./core/statement-of-facts";
import { dualCriminality } from "./dual-criminality";
import { identityBoard } from "./identity-board";
import { referenceRegister } from "./reference-register";
import { custody } from "./schedules/custody";
import { exhibits } from "./schedules/exhibits";
import { statuteTexts } from "./schedules/statutes";
import type { Section } from "./section";
import { changes, verify } from "./verify";

/** The brief, the core in the order of a request, then the schedules. */
export const mlaSections: readonly Section[] = [
  brief,
  contents,
  statementOfFacts,
  dualCriminality,
  sought,
  identityBoard,
  referenceRegister,
  handling,
  adoption,
  exhibits,
  chronology,
  custody,
  certificates,
  { id: "annex-b", build: () => [] },
  statuteTexts,
  verify,
  changes,
];
