/** The daily mail to administrators. It contains an anchor and nothing about anybody. */
import { t } from "@/lib/platform/language/translate";

export function headMail(line: string, seq: number): { subject: string; body: string } {
  return {
    subject: t("Crossdocket: current end of the log"),
    body: [
      t("The log of your organisation's Crossdocket is anchored up to entry {seq}. Keep this e-mail: if somebody", {
        seq,
      }),
      t("rewrites the log, it shows what the log was."),
      "",
      line,
      "",
      t("To compare, save this text in a file and run on the server: npm run audit:verify -- --also FILE"),
      "",
      "--",
      t("Names and what a case is about are never sent by e-mail."),
    ].join("\n"),
  };
}
