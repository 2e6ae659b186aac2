import { t } from "@/lib/platform/language/translate";

/** What the script of the page says. */
export const scriptWords = (): Record<string, string> => ({
  note: t("Note"),
  intake: t("Intake"),
  file: t("File"),
  waits: t("waits"),
  drop: t("Delete"),
  dropSure: t("Delete this? It has not been sent and cannot be brought back."),
  emptySure: t("Delete everything that waits on this device? It cannot be brought back."),
  kept: t("Kept on this device, encrypted. It is sent when you are online again."),
  large: t("This file is larger than 64 MB. Send it from the evidence page of its case, while you are online."),
  full: t("There is no room on this device. This was not kept: what waits already is not affected."),
  unprepared: t("This device is not prepared. Nothing was kept."),
  online: t("You are online. What waits is sent now, if you are signed in."),
  offline: t("You are offline. What you write waits here."),
  prepared: t("This device is prepared. Open this page offline, too."),
  turnedOff: t("Your organisation does not work offline, or your role does not. An administrator decides it."),
  noLine: t("This needs a connection. Nothing was changed."),
  shared: t("{n} shared with this app. Say what it is and which case it belongs to; until then it is not sent.", {
    n: "{n}",
  }),
  shared_large: t("A file that was shared is larger than 64 MB and was not kept."),
  shared_full: t("What was shared was not kept whole: there is no room on this device."),
  shared_nowhere: t("What was shared was not kept: this device is not prepared, or you are not signed in."),
  is_placed: t("sent, and on its case"),
  is_here: t("sent; its case has to be chosen"),
  is_aside: t("sent, and deleted by you"),
  is_refused: t("could not be opened by the server and was deleted"),
  send_out: t("Sign in, and what waits is sent."),
  send_other: t("This device was prepared by somebody else. What waits on it cannot be read or sent by you."),
  send_ended: t("Work on this device was ended. What waited was deleted."),
});
