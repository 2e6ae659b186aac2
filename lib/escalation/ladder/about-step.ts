import "server-only";
import type { LockedStep } from "./access";

/** What the log says of which step, and which report of it, something was recorded. */
export const aboutStep = ({ step, part }: Pick<LockedStep, "step" | "part">) =>
  part ? { step: step.key, part } : { step: step.key };
