import "server-only";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { t } from "@/lib/platform/language/translate";
import type { Finding, World } from "../types";
import { type MailRound, readMailRound } from "./mail-round";

/** The worker looks every minute; after so long something holds it up. */
const silence = 10 * 60_000;

/** Whether mails come in, and how: the address, whose checks are trusted, and what the worker last found at the mailbox. */
export function examineMailIn({ settings, dataDir, now }: Pick<World, "settings" | "dataDir" | "now">): Finding[] {
  const { MAIL_IN_ADDRESS: address, MAIL_IN_AUTHSERV: server } = settings;
  if (!address) return [["ok", t("No mail comes in: no address is set")]];
  const box = settings.IMAP_URL || settings.IMAP_URL_FILE || existsSync(join(dataDir, "secrets", "imap-url"));
  return [
    ["ok", t("Mails come in at {address}", { address })],
    server
      ? ["ok", t("What {server} notes of a sender is trusted", { server })]
      : [
          "look",
          t("No sender can be confirmed, so each mail waits for a person"),
          t("Set MAIL_IN_AUTHSERV to the name that your mail server writes into Authentication-Results."),
        ],
    box
      ? ofRound(readMailRound(dataDir), now)
      : ["ok", t("No mailbox is read: the mail server hands over each mail with “npm run mail:in”")],
  ];
}

function ofRound(round: MailRound | null, now: Date): Finding {
  if (!round || now.getTime() - new Date(round.at).getTime() > silence)
    return ["look", t("The worker has not looked into the mailbox lately"), t("See whether the worker runs.")];
  const { fault, failed } = round;
  if (fault === "sign_in")
    return ["fix", t("The mail server does not accept the sign-in to the mailbox"), t("Check IMAP_URL.")];
  if (fault === "no_tls")
    return [
      "fix",
      t("The way to the mailbox cannot be protected"),
      t("Use imaps://, with a certificate for its name."),
    ];
  if (fault === "no_folder")
    return ["fix", t("The folder of the mailbox is not there"), t("Check the path in IMAP_URL.")];
  if (fault)
    return [
      "fix",
      t("The mailbox cannot be reached, or the connection broke"),
      t("Check IMAP_URL, and the mail server."),
    ];
  if (failed > 0)
    return [
      "look",
      t("Some mails in the mailbox could not be taken in, and are tried again"),
      t("See the log of the worker."),
    ];
  return ["ok", t("The mailbox was read a moment ago")];
}
