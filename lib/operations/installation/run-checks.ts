import "server-only";
import { t } from "@/lib/platform/language/translate";
import { examineAddress } from "./checks/examine-address";
import { examineBackupKeys, examineBackups, examineDrill } from "./checks/examine-backups";
import { examineDatabase } from "./checks/examine-database";
import { examineRoom, examineSandbox, examineStorage } from "./checks/examine-files";
import { examineKey, examineSecrets } from "./checks/examine-keys";
import { examineCopies, examineLog } from "./checks/examine-log";
import { examineMail } from "./checks/examine-mail";
import { examineMailIn } from "./checks/examine-mail-in";
import { examineAdministrators, examineLanguage, examineLaw, examineOrganisation } from "./checks/examine-organisation";
import { examineSignature, examineTime } from "./checks/examine-proof";
import { examineScanner } from "./checks/examine-scanner";
import { examineSignOn } from "./checks/examine-sign-on";
import { examineFaults, examineMeasurements } from "./checks/examine-upkeep";
import { examineWorker } from "./checks/examine-worker";
import { readStates } from "./checks/keep-states";
import { worstOf } from "./rules";
import { type CheckArea, type CheckKey, type CheckResult, checkKeys, type Finding, type World } from "./types";

type Check = { area: CheckArea; run: (world: World) => Finding[] | Promise<Finding[]> };

/** Every check there is: what the page and `npm run doctor` show, in this order. */
const checks: Record<CheckKey, Check> = {
  organisation: { area: "organisation", run: examineOrganisation },
  administrators: { area: "organisation", run: examineAdministrators },
  law: { area: "organisation", run: examineLaw },
  language: { area: "organisation", run: examineLanguage },
  address: { area: "address", run: examineAddress },
  sign_on: { area: "address", run: examineSignOn },
  mail: { area: "mail", run: examineMail },
  mail_in: { area: "mail", run: examineMailIn },
  key: { area: "keys", run: examineKey },
  secrets: { area: "keys", run: examineSecrets },
  backup_keys: { area: "keys", run: examineBackupKeys },
  backups: { area: "keys", run: examineBackups },
  drill: { area: "keys", run: examineDrill },
  database: { area: "data", run: examineDatabase },
  worker: { area: "data", run: examineWorker },
  log: { area: "data", run: examineLog },
  copies: { area: "data", run: examineCopies },
  room: { area: "files", run: examineRoom },
  storage: { area: "files", run: examineStorage },
  sandbox: { area: "files", run: () => examineSandbox() },
  scanner: { area: "files", run: examineScanner },
  time: { area: "proof", run: examineTime },
  signature: { area: "proof", run: examineSignature },
  measurements: { area: "upkeep", run: examineMeasurements },
  faults: { area: "upkeep", run: examineFaults },
};

/**
 * Runs every check. One that fails by itself is "could not be checked", and the others go on. Nothing is changed: whoever
 * keeps the states calls `keepStates`.
 */
export async function runChecks(world: World): Promise<CheckResult[]> {
  const before = readStates(world.dataDir);
  return Promise.all(
    checkKeys.map(async (key) => {
      const { area, run } = checks[key];
      const findings = await Promise.resolve()
        .then(() => run(world))
        .catch(failed);
      const state = worstOf(findings);
      const kept = before[key];
      return { key, area, findings, state, since: kept?.state === state ? new Date(kept.since) : null };
    }),
  );
}

/** No message of the system: it could name a path or an address. */
const failed = (): Finding[] => [
  [
    "unknown",
    t("This check ended with an error"),
    t("Run “npm run doctor” as the user of the server, and see its messages."),
  ],
];
