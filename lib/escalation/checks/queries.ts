import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { env } from "@/lib/platform/env";
import { readSetting } from "./access";
import { platformPages } from "./rules";
import type { CaseChecks, CheckSettings } from "./types";

/** For the settings: what is on, and which sites can be chosen. */
export const readCheckSettings = query("people.read", async (ctx): Promise<CheckSettings> => {
  const { on, hosts } = await readSetting(ctx);
  const law = await readLaw(ctx);
  const known = new Set(platformPages.flatMap((pages) => pages.hosts));
  return {
    on,
    hosts,
    choices: platformPages.map(({ key, hosts: theirs, limits, source, mark }) => ({
      platform: key,
      name: findPlatform(key, law)?.name ?? key,
      hosts: theirs,
      chosen: theirs.every((host) => hosts.includes(host)),
      limits,
      source,
      seenLive: mark === "seen_live",
    })),
    own: hosts.filter((host) => !known.has(host)),
    proxied: env().CHECK_PROXY_URL !== undefined,
  };
});

/** Whether the checker looks at the addresses of a case. @throws AppError not_found */
export const readCaseChecks = query("case.read", async (ctx, caseId: string): Promise<CaseChecks> => {
  const { checksOff } = await findCase(ctx, caseId);
  const { on, hosts } = await readSetting(ctx);
  return { on, hosts, off: checksOff };
});
