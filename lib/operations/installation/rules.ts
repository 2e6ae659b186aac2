import { type CheckResult, type CheckState, type CheckTurn, type Finding, type FirstStep, firstSteps } from "./types";

/** The worst first. */
const order: readonly CheckState[] = ["fix", "missing", "look", "unknown", "ok"];

/** The state of several findings: the worst of them. */
export const worstOf = (findings: readonly Finding[]): CheckState =>
  order.find((state) => findings.some(([found]) => found === state)) ?? "unknown";

/**
 * Which checks turned to "Fix this", and which of those that said so no longer do. One that could not be made says
 * nothing about either.
 */
export const turnsOf = (
  results: readonly Pick<CheckResult, "key" | "state">[],
  failedBefore: ReadonlySet<string>,
): CheckTurn[] =>
  results
    .filter(({ state }) => state !== "unknown")
    .map(({ key, state }) => ({ key, failed: state === "fix" }))
    .filter(({ key, failed }) => failed !== failedBefore.has(key));

export const isFirstStep = (key: string): key is FirstStep => (firstSteps as readonly string[]).includes(key);

/** The steps of a first run that are neither in order nor skipped. */
export const openSteps = (
  results: readonly Pick<CheckResult, "key" | "state">[],
  skipped: readonly string[],
): FirstStep[] =>
  firstSteps.filter((step) => !skipped.includes(step) && results.some((r) => r.key === step && r.state !== "ok"));

/** Hours after which the code of a test mail counts no more. */
export const codeHours = 24;

/** As it was typed: without spaces and hyphens, in capitals. */
export const readCode = (typed: string): string => typed.replaceAll(/[\s-]/g, "").toUpperCase();

/** No letter that is mistaken for a digit. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Eight signs from random bytes. */
export const codeOf = (random: Uint8Array): string =>
  [...random.subarray(0, 8)].map((byte) => alphabet[byte & 31]).join("");
