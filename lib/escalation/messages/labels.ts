import type { ChipLook, Standing } from "./types";

/** The text of the chip next to a number. */
export const standingLabels: Record<Standing, string> = {
  good: "Good form",
  odd: "Look twice",
  not_case_number: "Not a case number",
  here: "Already on this case",
  known: "Known already",
};

export const standingLooks: Record<Standing, ChipLook> = {
  good: { kind: "done", icon: "check" },
  odd: { kind: "warning", icon: "triangle-alert" },
  not_case_number: { kind: "plain", icon: "minus" },
  here: { kind: "plain", icon: "check" },
  known: { kind: "warning", icon: "triangle-alert" },
};

export const readAs = {
  serial: "Reads as station, serial, month, year.",
  free: "Kept as it is written.",
  alone: "Not on any other case.",
} as const;
