import "server-only";
import { apiTokens } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { findStaff } from "@/lib/organisation/members/access";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { endOfDay } from "@/lib/platform/time/zone";
import { MakeApiToken } from "./input";
import { lastDay } from "./rules";
import { writeToken } from "./write-token";

/**
 * Makes a token that acts as one member, who has to agree before it opens anything. Only its hash is kept, so it is
 * returned here, once.
 * @throws AppError not_found; invalid at `memberId`, `untilOn`, or for the proof
 */
export const makeApiToken = command({
  needs: "people.write",
  input: MakeApiToken,
  async run(ctx, { name, memberId, scopes, untilOn, networks }) {
    const person = await findStaff(ctx, memberId, "memberId");
    requireStepUp(ctx, "api_token.make");
    const today = officeToday(ctx.now);
    if (untilOn < today || untilOn > lastDay(today)) {
      const message = t("Choose a day from today on, at most a year from now.");
      throw new AppError("invalid", message, { untilOn: message });
    }
    const id = newId();
    const token = newToken();
    await ctx.db.insert(apiTokens).values({
      id,
      orgId: ctx.orgId,
      memberId,
      role: person.role,
      name,
      scopes: [...new Set(scopes)],
      networks,
      tokenHash: sha256(token),
      madeBy: ctx.actor.memberId ?? "",
      madeAt: ctx.now,
      expiresAt: endOfDay(untilOn, officeZone()),
    });
    const detail = { memberId, untilOn };
    return { value: { id, token: writeToken(token) }, audit: { action: "api_token.made", subjectId: id, detail } };
  },
});
