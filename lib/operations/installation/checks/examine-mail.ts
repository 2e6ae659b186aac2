import "server-only";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { t } from "@/lib/platform/language/translate";
import type { Finding, World } from "../types";
import { writeDay } from "../write-day";

/** The address of the server contains a password, so only its presence is shown. */
export function examineMail({
  settings,
  dataDir,
  organisations,
}: Pick<World, "settings" | "dataDir" | "organisations">): Finding[] {
  const set = settings.SMTP_URL || settings.SMTP_URL_FILE || existsSync(join(dataDir, "secrets", "smtp-url"));
  if (!set)
    return [["missing", t("No mail server is set: reminders are made but not sent"), t("Set SMTP_URL and MAIL_FROM.")]];
  const { MAIL_FROM: from } = settings;
  const sender: Finding = from
    ? ["ok", t("Mails go out by the server in SMTP_URL, from {from}", { from })]
    : ["look", t("Mails have no address to come from"), t("Set MAIL_FROM to an address of your own domain.")];
  const proofs = (organisations ?? []).map(
    ({ mailProvedAt: at }): Finding =>
      at
        ? ["ok", t("A test mail arrived on {day}", { day: writeDay(at) })]
        : [
            "look",
            t("Nobody has shown yet that mails arrive"),
            t("An administrator sends a test mail under “Is everything in order?”, and types its code."),
          ],
  );
  return [sender, ...proofs];
}
