import type { LinkOutcome } from "@/lib/auth/first-contact/types";
import type { FirstLinkEventName, FirstLinkState } from "./types";

export const linkStateLabels: Record<FirstLinkState, string> = {
  waiting: "Waits for release",
  open: "Released, not opened yet",
  redeemed: "Opened by the officer",
  locked: "Locked",
  expired: "Expired",
  revoked: "Taken back",
};

export const linkEventLabels: Record<FirstLinkEventName, string> = {
  made: "First-contact link made",
  released: "First-contact link released",
  revoked: "First-contact link taken back",
  shortened: "First-contact link ends earlier",
  wrong_code: "Wrong code typed at the link",
  locked: "Link locked after five wrong codes",
  redeemed: "Link opened with the right code",
  code_again: "Code typed again in the same browser",
  other_browser: "Right code typed in another browser: the link may have been passed on",
  downloaded: "File taken through the link",
  used_up: "File refused: the three downloads are used up",
  refused: "Refused at the link",
};

/** The ledger's note on a handover by link; the log of the link has the rest. */
export const byLink = "By a first-contact link";

/** Why an attempt was refused, for the log. */
export const refusalLabels: Partial<Record<string, string>> = {
  waiting: "Not released",
  expired: "Expired",
  revoked: "Taken back",
  locked: "Locked",
  withdrawn: "The packet was withdrawn",
  replaced: "A newer version replaced the packet",
  unconfirmed: "The officer is no longer confirmed",
  uncovered: "No release covers the officer any more",
};

/** What an officer reads about this kind of access: its risk, the safeguards, and the stronger way. */
export const codeRisk =
  "A code by phone can be overheard, and somebody may take over a number. That is why your office was called back first, and why the code opens this link in one browser only. An account with a passkey is safer: ask the person who gave you the link for one.";

/** What the person who tells the code says with it. */
export const codeReminder =
  "A code by phone can be overheard. Type it yourself and tell it to nobody, also not to somebody who says that they call from us. An account with a passkey is safer: say so if you want one, and an administrator makes it.";

export type ClosedPage = { title: string; text: string };

const ask = "Call the person who gave you the link.";

/** The message at each closed link. None mentions the matter. */
export const closedPages: Record<Exclude<LinkOutcome, "open" | "wrong">, ClosedPage> = {
  unknown: {
    title: "This link leads nowhere",
    text: `Look at the address again: it may have been cut in two. If it is whole, nobody here made it. ${ask}`,
  },
  waiting: {
    title: "This link is not open yet",
    text: `A second person has to release it first. Try again later. ${ask}`,
  },
  locked: {
    title: "This link is locked",
    text: `The code was typed wrongly five times, so no code opens it any more. ${ask} They can make a new one.`,
  },
  expired: { title: "This link has run out", text: `It was open for 72 hours. ${ask} They can make a new one.` },
  revoked: { title: "This link was taken back", text: `Whoever made it has closed it. ${ask}` },
  elsewhere: {
    title: "This link was opened in another browser",
    text: `The code is right, and the link stays with the browser that used it first. We have told the people who made it. If that was you, go back to that browser. If it was not, call the person who gave you the link.`,
  },
  uncovered: {
    title: "The client’s consent does not cover you any more",
    text: `What was here is closed. Do not use copies that you took: return or destroy them, and have whoever you gave one to do the same. ${ask} Tell them when that is done.`,
  },
  withdrawn: {
    title: "What was here has been withdrawn",
    text: `Do not use copies that you took. ${ask} They tell you what to do next.`,
  },
  replaced: {
    title: "A newer version replaces what was here",
    text: `Do not go on with copies that you took. ${ask} They give you the newer version.`,
  },
  unconfirmed: {
    title: "This link is closed for now",
    text: `Your entry with us has to be confirmed again by a call to your office. ${ask}`,
  },
};

export const usedUp: ClosedPage = {
  title: "All three downloads are used up",
  text: `You can still acknowledge receipt and ask. ${ask} They can make a new link.`,
};
