import type { CaptureChoices } from "@/lib/evidence/exhibits/types";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { platformChoices, zoneChoices } from "../../choices";
import type { CaptureOptions } from "./_components/capture-fields";

/** What the fields of capture details offer on this case. */
export function captureOptions(choices: CaptureChoices, playbook: Playbook, now: Date): CaptureOptions {
  const platforms = platformChoices();
  const nameOf = (key: string) => platforms.find((platform) => platform.value === key)?.label ?? key;
  return {
    caseId: choices.caseId,
    accounts: choices.accounts.map(({ id, code, platform, handle, platformId }) => ({
      value: id,
      code,
      platformId,
      label: `${code} ${nameOf(platform)}, ${handle}${platformId ? "" : t(" (no id yet)")}`,
    })),
    allAccounts: choices.allAccounts,
    incidents: choices.incidents,
    platforms,
    zones: zoneChoices([playbook], now),
    defaults: choices.defaults,
  };
}
