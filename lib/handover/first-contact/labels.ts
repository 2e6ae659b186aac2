import type { LinkOutcome } from "@/lib/auth/first-contact/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { FirstLinkEventName, FirstLinkState } from "./types";

export const linkStateLabels: Record<FirstLinkState, string> = labelTable(() => ({
  waiting: t("Waiting for release"),
  open: t("Released, not opened yet"),
  redeemed: t("Opened by the officer"),
  locked: t("Locked"),
  expired: t("Expired"),
  revoked: t("Taken back"),
}));

export const linkEventLabels: Record<FirstLinkEventName, string> = labelTable(() => ({
  made: t("First-contact link made"),
  released: t("First-contact link released"),
  revoked: t("First-contact link taken back"),
  shortened: t("First-contact link ends earlier"),
  wrong_code: t("Wrong code typed at the link"),
  locked: t("Link locked after five wrong codes"),
  redeemed: t("Link opened with the right code"),
  code_again: t("Code typed again in the same browser"),
  other_browser: t("Right code typed in another browser: the link may have been passed on"),
  downloaded: t("File taken through the link"),
  used_up: t("File refused: the three downloads are used up"),
  refused: t("Refused at the link"),
}));

/** The ledger's note on a handover by link; the log of the link has the rest. */
export const byLink = "By a first-contact link";

/** Why an attempt was refused, for the log. */
export const refusalLabels: Partial<Record<string, string>> = labelTable(() => ({
  waiting: t("Not released"),
  expired: t("Expired"),
  revoked: t("Taken back"),
  locked: t("Locked"),
  withdrawn: t("The packet was withdrawn"),
  replaced: t("A newer version replaced the packet"),
  unconfirmed: t("The officer is no longer confirmed"),
  uncovered: t("No release covers the officer any more"),
}));

/** What an officer reads about this kind of access: its risk, the safeguards, and the stronger way. */
export const codeRisk = t(
  "A code by phone can be overheard, and somebody may take over a number. That is why your office was called back first, and why the code opens this link in one browser only. An account with a passkey is safer: ask the person who gave you the link for one.",
);

/** What the person who tells the code says with it. */
export const codeReminder = t(
  "A code given by phone can be overheard. Type it yourself and do not tell it to anybody, even if they say that they are calling from us. An account with a passkey is safer: tell us if you want one, and an administrator will set it up.",
);

export type ClosedPage = { title: string; text: string };

const ask = t("Call the person who gave you the link.");

/** The message at each closed link. None mentions the matter. */
export const closedPages: Record<Exclude<LinkOutcome, "open" | "wrong">, ClosedPage> = labelTable(() => ({
  unknown: {
    title: t("This link does not work"),
    text: t("Check the address: part of it may be missing. If it is complete, nobody here made this link. {ask}", {
      ask,
    }),
  },
  waiting: {
    title: t("This link is not open yet"),
    text: t("A second person has to release it first. Try again later. {ask}", { ask }),
  },
  locked: {
    title: t("This link is locked"),
    text: t(
      "A wrong code was typed five times, so no code can open this link any more. {ask} They can make a new one.",
      {
        ask,
      },
    ),
  },
  expired: {
    title: t("This link has expired"),
    text: t("It was open for 72 hours. {ask} They can make a new one.", { ask }),
  },
  revoked: { title: t("This link was withdrawn"), text: t("The person who made it has closed it. {ask}", { ask }) },
  elsewhere: {
    title: t("This link was opened in another browser"),
    text: t(
      "The code is right, and the link stays with the browser that used it first. We have told the people who made it. If that was you, go back to that browser. If it was not, call the person who gave you the link.",
    ),
  },
  uncovered: {
    title: t("The client’s consent does not cover you any more"),
    text: t(
      "What was here is closed. Do not use any copies that you took. Return or destroy them, and ask anybody you gave a copy to do the same. {ask} Tell them when that is done.",
      { ask },
    ),
  },
  withdrawn: {
    title: t("What was here has been withdrawn"),
    text: t("Do not use any copies that you took. {ask} They will tell you what to do next.", { ask }),
  },
  replaced: {
    title: t("A newer version replaces what was here"),
    text: t("Stop using any copies that you took. {ask} They will give you the newer version.", { ask }),
  },
  unconfirmed: {
    title: t("This link is closed for now"),
    text: t("We have to call your office to confirm your details again. {ask}", { ask }),
  },
}));

export const usedUp: ClosedPage = labelTable(() => ({
  title: t("All three downloads are used up"),
  text: t("You can still acknowledge receipt and ask. {ask} They can make a new link.", { ask }),
}));
