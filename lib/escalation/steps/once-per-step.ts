import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { isWritten } from "@/lib/platform/language/written";
import type { CaseReading } from "./types";

/**
 * A rule about a step that others ask again and again while a case is read: each step looks at those before it, and each
 * of these at its reports. A reading is never changed, so the answer is kept as long as the reading itself. What is
 * written for others is in their language, so there the rule is asked anew.
 */
export function oncePerStep<T>(rule: (c: CaseReading, step: PlaybookStep) => T): typeof rule {
  const known = new WeakMap<CaseReading, Map<PlaybookStep, T>>();
  return (c, step) => {
    if (isWritten()) return rule(c, step);
    let ofCase = known.get(c);
    if (!ofCase) {
      ofCase = new Map();
      known.set(c, ofCase);
    }
    const before = ofCase.get(step);
    if (before !== undefined) return before;
    const answer = rule(c, step);
    ofCase.set(step, answer);
    return answer;
  };
}
