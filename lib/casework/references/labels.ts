import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { Oddity } from "./types";

export const receivedViaLabels = {
  sms: t("SMS"),
  phone: t("Phone"),
  paper: t("On paper"),
  email: t("E-mail"),
  portal: t("Portal or screen"),
} as const;

export const referenceStateLabels = labelTable(() => ({
  issued: t("Issued"),
  not_yet_issued: t("Not yet issued"),
  withdrawn: t("Withdrawn"),
}));

/** Replaces a number in the history that seemed to contain a PIN. */
export const withheld = t("Not kept here: it may hold a secret");

/** Who has the document, the message or the screen. */
export const holderLabels = {
  client: t("The client"),
  us: t("We do"),
  officer: t("The officer"),
  court: t("The court"),
} as const;

/** The permanent mark of a number recorded despite a warning. */
export const oddityLabels: Record<Oddity, string> = {
  no_number: t("No number in it"),
  several: t("Several numbers in it"),
  month: t("The month does not exist"),
  future: t("Month and year are in the future"),
  too_old: t("The year is long ago"),
  zero: t("The number is 0"),
  no_station: t("No station"),
  mended: t("Partly guessed"),
  guessed_station: t("The station is a guess"),
  not_this_kind: t("Not this kind of number"),
  looks_like_other: t("Looks like another kind"),
  unusual: t("Not in the usual form"),
  too_long: t("Very long"),
  secret: t("May hold a PIN or password"),
  same_elsewhere: t("The same number is on another case"),
  near: t("Almost the same as another number"),
};

export const changeLabels = { recorded: t("Recorded"), amended: t("Corrected"), withdrawn: t("Withdrawn") } as const;

export const fieldLabels: Record<string, string> = {
  raw: t("Number as typed"),
  canonical: t("Number"),
  issuer: t("Who gave it"),
  holder: t("Who has the proof"),
  issuedOn: t("Given on"),
  receivedVia: t("How it came"),
  receivedOn: t("Came on"),
  proofExhibitId: t("Proof"),
  note: t("Note"),
  state: t("State"),
};

export const duplicates = labelTable(() => ({
  sameCase: (display: string) => t("{display} is on this case already.", { display }),
  elsewhere: (display: string, code: string) =>
    t("{display} is on {code} too. Check which case it belongs to.", { display, code }),
  nearHere: (display: string, how: string) => t("This case already has {display}: {how}.", { display, how }),
  near: (display: string, code: string, how: string) => t("{code} has {display}: {how}.", { code, display, how }),
  seen: t("Tick “I have checked it” when the number is right."),
}));

export const nearLabels = labelTable(() => ({
  other_month: t("same station, number and year, another month"),
  one_digit: t("one digit is different"),
  swapped: t("two digits change places"),
  other_station: t("same number, another station"),
  other_issuer: t("same number, given by another body"),
}));

/** What is wrong with a number, in words that say how to correct it. */
export const refusals = labelTable(() => ({
  empty: (kind: ReferenceKind) => t("Type the number, for example {example}.", { example: kind.example }),
  tooLong: (max: number) => t("This is longer than {max} characters. Keep the number only.", { max }),
  notA: (kind: ReferenceKind, other: ReferenceKind) =>
    t(
      "An {short} number is not a {short2} number: no docket is open yet. Save it as what it is, and ask the station for the {label}.",
      { short: other.short, short2: kind.short, label: kind.label },
    ),
  looksLike: (kind: ReferenceKind, other: ReferenceKind) =>
    t("This looks like a {label}, not a {label2}. Check the kind.", { label: other.label, label2: kind.label }),
  noNumber: (kind: ReferenceKind) =>
    t("We cannot find number, month and year in this. A {label} looks like {example}.", {
      label: kind.label,
      example: kind.example,
    }),
  unusual: (kind: ReferenceKind) =>
    t("A {label} looks like {example}. Check this one.", { label: kind.label, example: kind.example }),
  several: (kind: ReferenceKind) =>
    t("There are several numbers in this. Keep only the {label}.", { label: kind.label }),
  month: (month: number) => t("Month {month} does not exist. The middle number is the month, 1 to 12.", { month }),
  future: (month: number, year: number) => `${month}/${year} is in the future. Check the month and the year.`,
  futureYear: (year: number) => t("The year {year} is in the future. Check the year.", { year }),
  tooOld: (year: number) => t("The year {year} is too long ago. Check the year.", { year }),
  zero: t("The number cannot be 0."),
  secret: t(
    "This seems to contain a PIN or a password. Keep only the number here, and put the PIN in the number’s sealed slot.",
  ),
  station: (kind: ReferenceKind) =>
    t("Add the station. Each station has its own series of {short} numbers, so the number means little without it.", {
      short: kind.short,
    }),
  mended: (number: string, raw: string) =>
    t("Read as {number}; the message has “{raw}”. Check with the station.", { number, raw }),
  guessedStation: (station: string) =>
    t("We read {station} as the station, but the message does not say so directly. Check it.", { station }),
  newStation: (station: string) =>
    t("You have no number of a station called {station} yet. Check the name.", { station }),
  takesBack: t("The message withdraws another number, and we used this one. Check with the station."),
  maybeDay: (raw: string) => t("{raw} may be a date, not a number. Check with the station.", { raw }),
  keep: t("Or tick “Keep it as it is”: the warning then stays beside it."),
  rather: (kind: ReferenceKind) => t("Tick “Save it as {label}”.", { label: kind.label }),
}));
