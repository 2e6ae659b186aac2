import type { PlaybookStepDraft } from "@/lib/jurisdictions/types";

/**
 * A step of another pair that is the same here, with what differs.
 * @throws Error when that pair has no such step: the playbook cannot be read then, and the start stops
 */
export function takeStep(
  from: readonly PlaybookStepDraft[],
  key: string,
  change: Partial<PlaybookStepDraft> = {},
): PlaybookStepDraft {
  const step = from.find((each) => each.key === key);
  if (!step) throw new Error(`law data, playbooks: no step ${key} to take over`);
  return { ...step, ...change };
}
