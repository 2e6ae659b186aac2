import { annexA } from "./annexes";
import { certificates } from "./certificates";
import { chronology } from "./chronology";
import { contents, cover } from "./cover";
import { draftRequest } from "./draft-request";
import { draftRequestRest } from "./draft-request-rest";
import { dualCriminality } from "./dual-criminality";
import { exhibitList } from "./exhibit-list";
import { exhibitPages } from "./exhibit-pages";
import { identityBoard } from "./identity-board";
import { preflightResult } from "./preflight-result";
import { referenceRegister } from "./reference-register";
import type { Section } from "./section";
import { standards } from "./standards";
import { summary } from "./summary";
import { changes, verify } from "./verify";

/** The sections of the MLA pre-request dossier, in the order of the treaty's contents article and of the reader. */
export const mlaSections: readonly Section[] = [
  cover,
  contents,
  summary,
  draftRequest,
  draftRequestRest,
  standards,
  dualCriminality,
  chronology,
  identityBoard,
  referenceRegister,
  exhibitList,
  certificates,
  preflightResult,
  verify,
  changes,
  annexA,
  { id: "annex-b", build: () => [] },
  exhibitPages,
];
