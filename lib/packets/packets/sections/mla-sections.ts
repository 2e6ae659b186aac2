import { brief } from "./brief/brief";
import { adoption } from "./core/adoption";
import { dualCriminality } from "./core/dual-criminality";
import { handling } from "./core/handling";
import { identityBoard } from "./core/identity-board";
import { contents } from "./core/opening";
import { referenceRegister } from "./core/reference-register";
import { sought } from "./core/sought";
import { statementOfFacts } from "./core/statement-of-facts";
import { certificates } from "./schedules/certificates";
import { chronology } from "./schedules/chronology";
import { custody } from "./schedules/custody";
import { exhibits } from "./schedules/exhibits";
import { statuteTexts } from "./schedules/statutes";
import { changes, verify } from "./schedules/verify";
import type { Section } from "./section";

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
