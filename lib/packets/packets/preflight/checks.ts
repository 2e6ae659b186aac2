import type { ChecklistLine, CheckName } from "@/lib/law/jurisdictions/checklist-types";
import { accountChecks } from "./account-checks";
import { actChecks } from "./act-checks";
import { askChecks } from "./ask-checks";
import { letterChecks } from "./letter-checks";
import { offenceChecks } from "./offence-checks";
import type { Checked, Checks, Outcome } from "./outcome";
import { paperChecks } from "./paper-checks";
import { protectionChecks } from "./protection-checks";
import { recordChecks } from "./record-checks";
import { releaseChecks } from "./release-checks";
import { requestChecks } from "./request-checks";

/** An implementation of every check that data can name; a missing one does not compile. */
const checks: Checks<CheckName> = {
  ...accountChecks,
  ...actChecks,
  ...askChecks,
  ...letterChecks,
  ...offenceChecks,
  ...paperChecks,
  ...protectionChecks,
  ...recordChecks,
  ...releaseChecks,
  ...requestChecks,
};

/** Answers one line. Its arguments were read against the schema of its check when the law was loaded. */
export function answer(line: ChecklistLine, given: Checked): Outcome {
  const check = checks[line.check] as (given: Checked, asked: unknown) => Outcome;
  return check(given, line.with);
}
