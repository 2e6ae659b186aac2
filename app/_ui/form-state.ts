import type { Clash } from "@/lib/platform/errors";

/** The state of a form after an action: the message for the form, one per field, and what was typed. */
export type FormState = {
  status: "idle" | "saved" | "failed";
  message?: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  /** Names that were sent more than once, such as the ticks of one list, with all that was sent. */
  several?: Record<string, readonly string[]>;
  /** The form came back for more, such as one row: nothing in it is saved yet. */
  unsaved?: true;
  /** Somebody else changed the record meanwhile: their values and mine, by field. */
  twoVersions?: Clash & { mine: Record<string, string[]> };
};

export const idle: FormState = { status: "idle", fields: {}, values: {} };
