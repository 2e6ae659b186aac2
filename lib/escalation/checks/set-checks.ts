import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { SetChecks } from "./input";
import { platformPages } from "./rules";

/**
 * Turns the checker of addresses on or off, and names the hosts that it may ask. A host that is new is asked within hours.
 * @throws AppError invalid on `platforms` and `ownHosts`
 */
export const setChecks = command({
  needs: "people.write",
  input: SetChecks,
  async run(ctx, { on, platforms, ownHosts }) {
    const chosen = platformPages.filter(({ key }) => platforms.includes(key));
    if (chosen.length < new Set(platforms).size) {
      const message = t("Choose sites from the list.");
      throw new AppError("invalid", message, { platforms: message });
    }
    if (ownHosts.includes(new URL(env().APP_ORIGIN).hostname)) {
      const message = t("This is the address of Crossdocket itself.");
      throw new AppError("invalid", message, { ownHosts: message });
    }
    const hosts = [...new Set([...chosen.flatMap((pages) => pages.hosts), ...ownHosts])].sort();
    if (on && hosts.length === 0) {
      const message = t("Choose at least one site, or leave it turned off.");
      throw new AppError("invalid", message, { platforms: message });
    }
    await ctx.db.update(organisations).set({ checksOn: on, checkHosts: hosts }).where(eq(organisations.id, ctx.orgId));
    return {
      value: { on },
      audit: { action: "checks.turned", subjectId: ctx.orgId, detail: { on, hosts: hosts.length } },
    };
  },
});
