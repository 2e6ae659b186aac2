import { t } from "@/lib/platform/language/translate";
import type { ChipLook, Standing } from "./types";

/** The text of the chip next to a number. */
export const standingLabels: Record<Standing, string> = {
  good: t("Good form"),
  odd: t("Look twice"),
  not_case_number: t("Not a case number"),
  here: t("Already on this case"),
  known: t("Known already"),
};

export const standingLooks: Record<Standing, ChipLook> = {
  good: { kind: "done", icon: "check" },
  odd: { kind: "warning", icon: "triangle-alert" },
  not_case_number: { kind: "plain", icon: "minus" },
  here: { kind: "plain", icon: "check" },
  known: { kind: "warning", icon: "triangle-alert" },
};

export const readAs = {
  serial: t("Reads as station, serial, month, year."),
  free: t("Kept as it is written."),
  alone: t("Not on any other case."),
} as const;
