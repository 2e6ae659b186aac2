import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { CheckArea, CheckKey, CheckState } from "./types";

export const stateWords: Record<CheckState, string> = labelTable(() => ({
  ok: t("In order"),
  look: t("Look at this"),
  fix: t("Fix this"),
  missing: t("Missing"),
  unknown: t("Could not be checked"),
}));

export const areaWords: Record<CheckArea, string> = labelTable(() => ({
  organisation: t("Organisation"),
  address: t("Address and sign-in"),
  mail: t("Mail"),
  keys: t("Keys and backups"),
  data: t("Database and log"),
  files: t("Files"),
  proof: t("Time stamps and signature"),
  upkeep: t("Upkeep"),
}));

export const checkWords: Record<CheckKey, string> = labelTable(() => ({
  organisation: t("Organisation"),
  administrators: t("Administrators"),
  law: t("Law"),
  language: t("Language"),
  address: t("Address and protection on the way"),
  sign_on: t("Single sign-on"),
  mail: t("Mail"),
  mail_in: t("Mail that comes in"),
  key: t("Key of encryption"),
  secrets: t("Files with keys"),
  backup_keys: t("Keys of backups"),
  backups: t("Backups"),
  drill: t("Restore drill"),
  database: t("Database"),
  worker: t("Background worker"),
  log: t("Anchors of the log"),
  copies: t("Copies of the end of the log"),
  room: t("Room on the disk"),
  storage: t("Stored files"),
  sandbox: t("Confinement of files"),
  scanner: t("Virus scanner"),
  time: t("Time authority"),
  signature: t("Packet signature"),
  measurements: t("Measurements"),
  faults: t("Known faults of packages"),
}));

/** The mail by which an administrator tests whether mails arrive: the code is typed back. */
export const testMail = (code: string) => ({
  subject: t("Test mail from Crossdocket"),
  body: t(
    "Type this code under “Is everything in order?” to record that mails arrive:\n\n{code}\n\nIf you did not ask for this mail, tell another administrator.",
    { code },
  ),
});
