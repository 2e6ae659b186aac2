import { t } from "@/lib/platform/language/translate";
import type { AlertKey } from "./types";

type Words = { title: string; sentence: (count: number) => string; advice: string; urgent: boolean };

/** The text of each alert, and what its reader should do. No client name, no reason, no case number. */
export const alertWords: Record<AlertKey, Words> = {
  log_broken: {
    title: t("The log failed its check"),
    sentence: () => t("An entry of the log was changed, removed or added without going through Crossdocket."),
    advice: t('Keep the machine as it is and run "npm run audit:verify": it names the entry.'),
    urgent: true,
  },
  evidence_broken: {
    title: t("Evidence failed its check"),
    sentence: (count) => t("A check of the stored evidence failed {count}.", { count: times(count) }),
    advice: t("Open Team to see which exhibits. Hand none of them over."),
    urgent: true,
  },
  virus_found: {
    title: t("A virus in evidence"),
    sentence: () => t("The virus scanner found a known virus in an exhibit, or somebody let a held-back original out."),
    advice: t("The original is kept and is not passed on. Ask whoever sent it which device it came from."),
    urgent: true,
  },
  refusals_many: {
    title: t("Many refused attempts"),
    sentence: (count) =>
      t("{count} attempts of one person were refused in a day, most of them within an hour.", { count }),
    advice: t("Ask the person what they were looking for. It may be somebody else at their desk."),
    urgent: true,
  },
  cases_many: {
    title: t("Many cases opened in a day"),
    sentence: (count) =>
      t("One person opened {count} different cases in a day, far more than they do on other days.", { count }),
    advice: t("Ask whether the work explains it. If not, end their sessions."),
    urgent: true,
  },
  reveals_many: {
    title: t("Many protected details shown"),
    sentence: (count) =>
      t("One person had protected details shown {count} in a day, most of them within an hour.", {
        count: times(count),
      }),
    advice: t("Look in the log at which ones, and ask for the reason."),
    urgent: true,
  },
  reveals_share: {
    title: t("Details of many clients shown"),
    sentence: (count) =>
      t("One person had the protected details of {count} clients shown in a day: a fifth of all, or more.", { count }),
    advice: t("Look in the log at which ones, and ask for the reason. If it was not them, end their sessions."),
    urgent: true,
  },
  files_many: {
    title: t("Many originals taken"),
    sentence: (count) => t("One person downloaded evidence {count} in a day.", { count: times(count) }),
    advice: t("Look in the log at which exhibits, and ask for the reason."),
    urgent: true,
  },
  pace_kept: {
    title: t("Faster than a person works"),
    sentence: (count) =>
      t("One person was stopped {count} in a day: too many searches, details, exports or drafts.", {
        count: times(count),
      }),
    advice: t("Ask whether it was them. If not, end their sessions: a program may use one."),
    urgent: true,
  },
  sign_in_failures: {
    title: t("Sign-in failed again and again"),
    sentence: (count) => t("Signing in failed {count} in a row for one person.", { count: times(count) }),
    advice: t("Ask the person whether it was them, by phone."),
    urgent: false,
  },
  confirm_failures: {
    title: t("Identity confirmation failed"),
    sentence: (count) =>
      t("A signed-in person could not confirm who they are {count} in a day.", { count: times(count) }),
    advice: t("Somebody else may sit at an open session. Ask the person, and end their sessions."),
    urgent: true,
  },
  organisation_exported: {
    title: t("Complete folder of cases"),
    sentence: () => t("Somebody asked for, or released, a folder of everything."),
    advice: t("Check that the organisation wanted it."),
    urgent: true,
  },
  administrator_new: {
    title: t("New administrator"),
    sentence: () => t("A person became an administrator."),
    advice: t("Check that this was meant."),
    urgent: true,
  },
  access_given: {
    title: t("Access to cases"),
    sentence: () =>
      t(
        "A person got access to cases, a new link to an account that has it, or a token with which a program acts in their name, or it was asked for.",
      ),
    advice: t(
      "Check that it was intended. Anything still waiting is under Approvals, and any supervisor can refuse it.",
    ),
    urgent: true,
  },
  roles_changed: {
    title: t("What roles may"),
    sentence: () => t("A change of what a role may was asked for, confirmed, or came in force."),
    advice: t("Check under Roles that it was intended. While it waits, any supervisor or administrator can refuse it."),
    urgent: true,
  },
  one_browser: {
    title: t("Two people in one browser"),
    sentence: () => t("What needs two people was asked for and released in the same browser."),
    advice: t("Ask both, by phone, whether it was them. One person may use both accounts."),
    urgent: true,
  },
  authenticator_added: {
    title: t("A way to sign in was added"),
    sentence: () => t("A passkey or an app was added to a person's account, or a waiting passkey was allowed."),
    advice: t("Ask the person whether it was them, by phone. If not, end their sessions and make a new sign-in link."),
    urgent: true,
  },
  codes_locked: {
    title: t("Codes of an app locked"),
    sentence: () => t("A hundred codes in a row were wrong, so the codes of a person's app are locked."),
    advice: t(
      "Whoever typed them knew the password. Phone the person: they need a new one before you unlock the codes.",
    ),
    urgent: true,
  },
  codes_new: {
    title: t("New recovery codes"),
    sentence: (count) =>
      t(
        "A person's recovery codes were replaced {count} in a day. One of the codes and the password are enough to add a new passkey or app to their account.",
        { count: times(count) },
      ),
    advice: t("Ask the person whether it was them, by phone. If not, end their sessions and make a new sign-in link."),
    urgent: true,
  },
  browser_new: {
    title: t("Signed in with a browser not used before"),
    sentence: (count) =>
      t(
        "A person's account was signed in to {count} in a day with a browser that had not been used for it. One that forgets its cookies is new each time.",
        { count: times(count) },
      ),
    advice: t("Ask the person whether it was them, by phone. If not, end their sessions and make a new sign-in link."),
    urgent: true,
  },
  authenticator_removed: {
    title: t("A way to sign in was removed or recovered"),
    sentence: () => t("A passkey, an app or a connection was removed, or a person came back in by recovery."),
    advice: t("Ask the person whether it was them, by phone."),
    urgent: true,
  },
  denial_lifted: {
    title: t("Somebody is no longer blocked from a client"),
    sentence: () => t("A person who was blocked from a client may see that client's cases again."),
    advice: t("Ask whoever lifted it whether the conflict is really over."),
    urgent: true,
  },
  glass_used: {
    title: t("Emergency access"),
    sentence: () => t("A person used emergency access to a case, or asked for it."),
    advice: t("Read the reason and check that it was an emergency."),
    urgent: true,
  },
  backup_missing: {
    title: t("No backup"),
    sentence: (hours) => t("No backup was made in the last {hours} hours.", { hours }),
    advice: t("Ask whoever runs the machine to make one."),
    urgent: false,
  },
  client_sought: {
    title: t("A search or a new entry matched a case that the person may not see"),
    sentence: () =>
      t("Somebody searched for, or recorded, a person, a number or an account that is on a colleague's case."),
    advice: t(
      "They were shown nothing. If the two cases belong together, let one caseworker keep both. Otherwise ask why they searched, without saying whom they found.",
    ),
    urgent: true,
  },
  client_twice: {
    title: t("Possible duplicate of a client"),
    sentence: () =>
      t("A client was registered with a number, phone or e-mail of a client whom the person may not see."),
    advice: t("Compare both clients and say whether they are one person. If so, let one caseworker keep both cases."),
    urgent: false,
  },
  webhook_failing: {
    title: t("Another system could not be told"),
    sentence: () => t("A message to a webhook was given up after three days, or a webhook was turned off."),
    advice: t("An administrator sees under Webhooks what was answered, and can send the messages again."),
    urgent: true,
  },
  check_failed: {
    title: t("The installation needs attention"),
    sentence: () => t("A check under “Is everything in order?” turned to “Fix this”."),
    advice: t("An administrator sees there what was found and what to do. It may be over by now."),
    urgent: true,
  },
};

/** The possible results of checking a possible duplicate. */
export const duplicateResults = { same: t("The same person"), different: t("Two different people") } as const;

/** When each rule raises an alert, in words; a test compares them with the numbers in the rules. */
export const ruleWords: Record<AlertKey, string> = {
  log_broken: t("Any check of the log that finds a break."),
  evidence_broken: t("Any check of stored evidence that fails."),
  virus_found: t("Each known virus in an exhibit, and each original that is let out of quarantine."),
  refusals_many: t("15 refused attempts of one person within an hour."),
  cases_many: t("More than 30 different cases in a day, or 10 and far more than that person opens on other days."),
  reveals_many: t("5 protected details shown to one person within an hour."),
  reveals_share: t("The details of a fifth of all clients shown to one person in a day, of 2 at least."),
  files_many: t("25 originals downloaded by one person within 24 hours."),
  pace_kept: t("Each day on which a person is stopped because they search, reveal, export or draft too often."),
  sign_in_failures: t("5 failed sign-ins of one person in a row."),
  confirm_failures: t("5 times within an hour that a person could not confirm who they are."),
  organisation_exported: t("Each time somebody asks for, or releases, a folder of everything."),
  administrator_new: t("Each new administrator."),
  access_given: t(
    "Each person who joins with a role that sees cases, each role that sees more, each new sign-in link that is used, each API token that is made, and each time one of these is asked for.",
  ),
  roles_changed: t("Each change of what a role may, when it is asked for and when it counts."),
  one_browser: t(
    "Each action that needs two people and that both did in one browser. A shared network address does not count.",
  ),
  authenticator_added: t(
    "Each passkey or app that is added after enrolment, and each waiting passkey that is allowed.",
  ),
  codes_locked: t("Each time that 100 wrong codes in a row lock the codes of an app."),
  codes_new: t("New recovery codes after enrolment: once a day for each person and kind of browser."),
  browser_new: t(
    "A browser that a person had not used, after their first: once a day for each person and kind of browser.",
  ),
  authenticator_removed: t(
    "Each passkey, app or connection that is removed, each recovery code that is used, and each recovery of access.",
  ),
  denial_lifted: t("Each time a person is no longer blocked from a client."),
  glass_used: t("Each emergency access."),
  backup_missing: t("No backup within 48 hours."),
  client_sought: t(
    "A search or a new entry by name, number, phone, e-mail or account that matches a hidden case: once a day for each.",
  ),
  client_twice: t("Each client registered with a number, phone or e-mail of a client whom the person may not see."),
  webhook_failing: t("A message to a webhook that was given up, or a webhook that was turned off: once a day."),
  check_failed: t("A check under “Is everything in order?” that turns to “Fix this”: once a day for each."),
};

const times = (count: number): string => (count === 1 ? "once" : t("{count} times", { count }));

/** We do not know who reads the mailbox: the mail says that there is an alert, and where to read it. */
export function alertMail(count: number, origin: string): { subject: string; body: string } {
  const what = count === 1 ? t("One alert") : t("{count} alerts", { count });
  return {
    subject: t("Crossdocket: {value} to look at", { value: count === 1 ? t("an alert") : t("alerts") }),
    body: [
      t("{what} about how your organisation's Crossdocket is used came up.", { what }),
      "",
      t("Sign in to read: {origin}/admin/alerts", { origin }),
      "",
      "--",
      t("Names and what a case is about are never sent by e-mail."),
    ].join("\n"),
  };
}
