import type { ReferenceKind } from "@/lib/jurisdictions/types";

export const receivedViaLabels = {
  sms: "SMS",
  phone: "Phone",
  paper: "On paper",
  email: "E-mail",
  portal: "Portal or screen",
} as const;

export const referenceStateLabels = {
  issued: "Issued",
  not_yet_issued: "Not yet issued",
  withdrawn: "Withdrawn",
} as const;

export const notYetIssued = "not yet issued";

/** What is wrong with a number, in words that say how to mend it. */
export const refusals = {
  empty: (kind: ReferenceKind) => `Type the number, for example ${kind.example}.`,
  tooLong: (max: number) => `This is longer than ${max} characters. Keep the number only.`,
  notA: (kind: ReferenceKind, word: string) =>
    `An ${word} number is not a ${kind.parser.shape === "station_serial" ? kind.parser.word : kind.short} number: no docket is open yet. Record it as ${word}, and ask the station for the ${kind.label}.`,
  noNumber: (kind: ReferenceKind) =>
    `We cannot find number, month and year in this. A ${kind.label} looks like ${kind.example}.`,
  several: (kind: ReferenceKind) => `There are several numbers in this. Keep only the ${kind.label}.`,
  month: (month: number) => `Month ${month} does not exist. The middle number is the month, 1 to 12.`,
  future: (month: number, year: number) => `${month}/${year} is in the future. Check the month and the year.`,
  tooOld: (year: number) => `The year ${year} is too long ago. Check the year.`,
  zero: "The number cannot be 0.",
  station: (kind: ReferenceKind) =>
    `Add the station. Every station counts its ${kind.short} numbers for itself, so the number means little without it.`,
} as const;
