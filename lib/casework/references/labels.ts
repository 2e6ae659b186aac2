import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import type { Oddity } from "./types";

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

/** What a history says in place of a number that seemed to hold a PIN. */
export const withheld = "Not kept here: it may hold a secret";

/** Who has the paper, the message or the screen. */
export const holderLabels = { client: "The client", us: "We do", officer: "The officer", court: "The court" } as const;

/** What a kept number is marked with, for as long as it stands. */
export const oddityLabels: Record<Oddity, string> = {
  no_number: "No number in it",
  several: "Several numbers in it",
  month: "The month does not exist",
  future: "Month and year are in the future",
  too_old: "The year is long ago",
  zero: "The number is 0",
  no_station: "No station",
  mended: "Read with a guess",
  guessed_station: "The station is a guess",
  not_this_kind: "Not this kind of number",
  looks_like_other: "Looks like another kind",
  unusual: "Not in the usual form",
  too_long: "Very long",
  secret: "May hold a PIN or password",
  same_elsewhere: "The same number is on another case",
  near: "Almost the same as another number",
};

export const changeLabels = { recorded: "Recorded", amended: "Corrected", withdrawn: "Withdrawn" } as const;

export const fieldLabels: Record<string, string> = {
  raw: "Number as typed",
  canonical: "Number",
  issuer: "Who gave it",
  holder: "Who has the proof",
  issuedOn: "Given on",
  receivedVia: "How it came",
  receivedOn: "Came on",
  proofExhibitId: "Proof",
  note: "Note",
  state: "State",
};

export const duplicates = {
  sameCase: (display: string) => `${display} is on this case already.`,
  elsewhere: (display: string, code: string) => `${display} is on ${code} too. Check which case it belongs to.`,
  nearHere: (display: string, how: string) => `This case already has ${display}: ${how}.`,
  near: (display: string, code: string, how: string) => `${code} has ${display}: ${how}.`,
  seen: "Tick \u201cI have checked it\u201d when the number is right.",
} as const;

export const nearLabels = {
  other_month: "same station, number and year, another month",
  one_digit: "one digit is different",
  swapped: "two digits change places",
  other_station: "same number, another station",
  other_issuer: "same number, given by another body",
} as const;

/** What is wrong with a number, in words that say how to correct it. */
export const refusals = {
  empty: (kind: ReferenceKind) => `Type the number, for example ${kind.example}.`,
  tooLong: (max: number) => `This is longer than ${max} characters. Keep the number only.`,
  notA: (kind: ReferenceKind, other: ReferenceKind) =>
    `An ${other.short} number is not a ${kind.short} number: no docket is open yet. Save it as what it is, and ask the station for the ${kind.label}.`,
  looksLike: (kind: ReferenceKind, other: ReferenceKind) =>
    `This looks like a ${other.label}, not a ${kind.label}. Check the kind.`,
  noNumber: (kind: ReferenceKind) =>
    `We cannot find number, month and year in this. A ${kind.label} looks like ${kind.example}.`,
  unusual: (kind: ReferenceKind) => `A ${kind.label} looks like ${kind.example}. Check this one.`,
  several: (kind: ReferenceKind) => `There are several numbers in this. Keep only the ${kind.label}.`,
  month: (month: number) => `Month ${month} does not exist. The middle number is the month, 1 to 12.`,
  future: (month: number, year: number) => `${month}/${year} is in the future. Check the month and the year.`,
  futureYear: (year: number) => `The year ${year} is in the future. Check the year.`,
  tooOld: (year: number) => `The year ${year} is too long ago. Check the year.`,
  zero: "The number cannot be 0.",
  secret:
    "This seems to hold a PIN or a password. Keep the number only, and put the PIN into the sealed slot of the number.",
  station: (kind: ReferenceKind) =>
    `Add the station. Every station counts its ${kind.short} numbers for itself, so the number means little without it.`,
  mended: (number: string, raw: string) =>
    `Read as ${number}; the message has \u201c${raw}\u201d. Check with the station.`,
  guessedStation: (station: string) =>
    `We took ${station} for the station; the message does not say so in so many words. Check it.`,
  newStation: (station: string) => `You have no number of a station called ${station} yet. Check the name.`,
  takesBack: "The message takes another number back, and we took this one. Check with the station.",
  maybeDay: (raw: string) => `${raw} may be a day and no number. Check with the station.`,
  keep: "Or tick \u201cKeep it as it is\u201d: the warning then stays beside it.",
  rather: (kind: ReferenceKind) => `Tick \u201cSave it as ${kind.label}\u201d.`,
} as const;
