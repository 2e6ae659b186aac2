import type { AlertKey } from "./types";

type Words = { title: string; sentence: (count: number) => string; advice: string; urgent: boolean };

/** The text of each alert, and what its reader should do. No client name, no reason, no case number. */
export const alertWords: Record<AlertKey, Words> = {
  log_broken: {
    title: "The log does not hold",
    sentence: () => "An entry of the log was changed, taken out or put in past Crossdocket.",
    advice: 'Keep the machine as it is and run "npm run audit:verify": it names the entry.',
    urgent: true,
  },
  evidence_broken: {
    title: "Evidence does not hold",
    sentence: (count) => `A check of the stored evidence failed ${times(count)}.`,
    advice: "Open Team to see which exhibits. Hand none of them over.",
    urgent: true,
  },
  virus_found: {
    title: "A virus in evidence",
    sentence: () => "The virus scanner found a known virus in an exhibit, or somebody let a held-back original out.",
    advice: "The original is kept and goes nowhere. Ask whoever sent it which device it came from.",
    urgent: true,
  },
  refusals_many: {
    title: "Many refused attempts",
    sentence: (count) => `${count} attempts of one person were refused in a day, most of them within an hour.`,
    advice: "Ask the person what they were looking for. It may be somebody else at their desk.",
    urgent: true,
  },
  cases_many: {
    title: "Many cases opened in a day",
    sentence: (count) => `One person opened ${count} different cases in a day, far more than they do on other days.`,
    advice: "Ask whether the work explains it. If not, end their sessions.",
    urgent: true,
  },
  reveals_many: {
    title: "Many protected details shown",
    sentence: (count) =>
      `One person had protected details shown ${times(count)} in a day, most of them within an hour.`,
    advice: "Look in the log at which ones, and ask for the reason.",
    urgent: true,
  },
  reveals_share: {
    title: "Details of many clients shown",
    sentence: (count) =>
      `One person had the protected details of ${count} clients shown in a day: a fifth of all, or more.`,
    advice: "Look in the log at which ones, and ask for the reason. If it was not them, end their sessions.",
    urgent: true,
  },
  files_many: {
    title: "Many originals taken",
    sentence: (count) => `One person downloaded evidence ${times(count)} in a day.`,
    advice: "Look in the log at which exhibits, and ask for the reason.",
    urgent: true,
  },
  pace_kept: {
    title: "Faster than a person works",
    sentence: (count) =>
      `One person was stopped ${times(count)} in a day: too many searches, details, exports or drafts.`,
    advice: "Ask whether it was them. If not, end their sessions: a program may use one.",
    urgent: true,
  },
  sign_in_failures: {
    title: "Sign-in failed again and again",
    sentence: (count) => `Signing in failed ${times(count)} in a row for one person.`,
    advice: "Ask the person whether it was them, by phone.",
    urgent: false,
  },
  confirm_failures: {
    title: "Confirming who they are failed",
    sentence: (count) => `A signed-in person could not confirm who they are ${times(count)} in a day.`,
    advice: "Somebody else may sit at an open session. Ask the person, and end their sessions.",
    urgent: true,
  },
  organisation_exported: {
    title: "Complete folder of cases",
    sentence: () => "Somebody asked for, or released, a folder of everything.",
    advice: "Check that the organisation wanted it.",
    urgent: true,
  },
  administrator_new: {
    title: "New administrator",
    sentence: () => "A person became an administrator.",
    advice: "Check that this was meant.",
    urgent: true,
  },
  access_given: {
    title: "Access to cases",
    sentence: () => "A person got access to cases, or a new link to an account that has it, or it was asked for.",
    advice: "Check that it was meant. What waits stands under Approvals, and any supervisor can refuse it.",
    urgent: true,
  },
  one_browser: {
    title: "Two people in one browser",
    sentence: () => "What needs two people was asked for and released in the same browser.",
    advice: "Ask both, by phone, whether it was them. One person may use both accounts.",
    urgent: true,
  },
  authenticator_added: {
    title: "A way to sign in was added",
    sentence: () => "A passkey or an app was added to a person's account, or a waiting passkey was allowed.",
    advice: "Ask the person whether it was them, by phone. If not, end their sessions and make a new sign-in link.",
    urgent: true,
  },
  codes_locked: {
    title: "Codes of an app locked",
    sentence: () => "A hundred codes in a row were wrong, so the codes of a person's app are locked.",
    advice: "Whoever typed them knew the password. Phone the person: they need a new one before you unlock the codes.",
    urgent: true,
  },
  codes_new: {
    title: "New recovery codes",
    sentence: (count) =>
      `Recovery codes of a person were made anew ${times(count)} in a day. One of them and the password open their account to a new passkey or app.`,
    advice: "Ask the person whether it was them, by phone. If not, end their sessions and make a new sign-in link.",
    urgent: true,
  },
  browser_new: {
    title: "Signed in with a browser not used before",
    sentence: (count) =>
      `A person's account was signed in to ${times(count)} in a day with a browser that had not been used for it. One that forgets its cookies is new each time.`,
    advice: "Ask the person whether it was them, by phone. If not, end their sessions and make a new sign-in link.",
    urgent: true,
  },
  authenticator_removed: {
    title: "A way to sign in was removed or recovered",
    sentence: () => "A passkey, an app or a connection was removed, or a person came back in by recovery.",
    advice: "Ask the person whether it was them, by phone.",
    urgent: true,
  },
  denial_lifted: {
    title: "Somebody is no longer kept from a client",
    sentence: () => "A person who was kept from a client may see that client's cases again.",
    advice: "Ask whoever lifted it whether the conflict is really over.",
    urgent: true,
  },
  glass_used: {
    title: "Emergency access",
    sentence: () => "A person used emergency access to a case, or asked for it.",
    advice: "Read the reason and check that it was an emergency.",
    urgent: true,
  },
  backup_missing: {
    title: "No backup",
    sentence: (hours) => `No backup was made in the last ${hours} hours.`,
    advice: "Ask whoever runs the machine to make one.",
    urgent: false,
  },
  client_sought: {
    title: "A search or a record reached a case that the person may not see",
    sentence: () =>
      "Somebody searched for, or recorded, a person, a number or an account that is kept on a case of a colleague.",
    advice:
      "They were shown nothing. Where both cases belong together, let one caseworker keep both. Else ask why they searched, without saying whom they reached.",
    urgent: true,
  },
  client_twice: {
    title: "Possible duplicate of a client",
    sentence: () => "A client was registered with a number, phone or e-mail of a client whom the person may not see.",
    advice: "Compare both clients and say whether they are one person. If so, let one caseworker keep both cases.",
    urgent: false,
  },
};

/** The possible results of checking a possible duplicate. */
export const duplicateResults = { same: "The same person", different: "Two different people" } as const;

/** When each rule raises an alert, in words; a test compares them with the numbers in the rules. */
export const ruleWords: Record<AlertKey, string> = {
  log_broken: "Any check of the log that finds a break.",
  evidence_broken: "Any check of stored evidence that fails.",
  virus_found: "Each known virus in an exhibit, and each original that is let out of quarantine.",
  refusals_many: "15 refused attempts of one person within an hour.",
  cases_many: "More than 30 different cases in a day, or 10 and far more than that person opens on other days.",
  reveals_many: "5 protected details shown to one person within an hour.",
  reveals_share: "The details of a fifth of all clients shown to one person in a day, of 2 at least.",
  files_many: "25 originals downloaded by one person within 24 hours.",
  pace_kept: "Each day on which a person is stopped because they search, reveal, export or draft too often.",
  sign_in_failures: "5 failed sign-ins of one person in a row.",
  confirm_failures: "5 times within an hour that a person could not confirm who they are.",
  organisation_exported: "Each time somebody asks for, or releases, a folder of everything.",
  administrator_new: "Each new administrator.",
  access_given:
    "Each person who joins with a role that sees cases, each role that sees more, each new sign-in link that is used, and each time one of these is asked for.",
  one_browser: "Each act of two people that both did in one browser. An address that they share says nothing.",
  authenticator_added: "Each passkey or app that is added after enrolment, and each waiting passkey that is allowed.",
  codes_locked: "Each time that 100 wrong codes in a row lock the codes of an app.",
  codes_new: "New recovery codes after enrolment: once a day for each person and kind of browser.",
  browser_new:
    "A browser that a person had not used, after their first: once a day for each person and kind of browser.",
  authenticator_removed:
    "Each passkey, app or connection that is removed, each recovery code that is used, and each recovery of access.",
  denial_lifted: "Each time a person is no longer kept from a client.",
  glass_used: "Each emergency access.",
  backup_missing: "No backup within 48 hours.",
  client_sought:
    "A search or a record by name, number, phone, e-mail or account that reaches a hidden case: once a day for each.",
  client_twice: "Each client registered with a number, phone or e-mail of a client whom the person may not see.",
};

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** We do not know who reads the mailbox: the mail says that there is an alert, and where to read it. */
export function alertMail(count: number, origin: string): { subject: string; body: string } {
  const what = count === 1 ? "One alert" : `${count} alerts`;
  return {
    subject: `Crossdocket: ${count === 1 ? "an alert" : "alerts"} to look at`,
    body: [
      `${what} about how your organisation's Crossdocket is used came up.`,
      "",
      `Sign in to read: ${origin}/admin/alerts`,
      "",
      "--",
      "Names and what a case is about are never sent by e-mail.",
    ].join("\n"),
  };
}
