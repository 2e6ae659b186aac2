import { type FormState, idle } from "@/app/_ui/form-state";

/** The answers to forms in the gallery: nothing is sent anywhere. */
export const answers = {
  saved: async (): Promise<FormState> => ({ ...idle, status: "saved", message: "Saved." }),
  failed: async (_before: FormState, form: FormData): Promise<FormState> => ({
    status: "failed",
    fields: { station: "Say which station gave it.", number: "A CAS number has a serial, a month and a year." },
    values: Object.fromEntries(
      [...form.entries()].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    ),
  }),
  never: (): Promise<FormState> => new Promise(() => {}),
};

/** The form's state after a rejection. */
export const failed: FormState = {
  status: "failed",
  fields: {
    station: "Say which station gave it.",
    given: "Choose how it came.",
    number: "A CAS number has a serial, a month and a year.",
    sure: "Say that you compared it.",
  },
  values: { number: "CAS 123" },
};

export const clashed: FormState = {
  status: "failed",
  message: "Somebody changed this while you had it open. Choose below which version to keep, then save again.",
  fields: {},
  values: {},
  twoVersions: {
    by: "Sam Fictional",
    at: "2026-10-13T08:06:00Z",
    version: 3,
    theirs: { note: ["Called again on Monday."] },
    mine: { note: ["Called again on Tuesday."] },
  },
};
