import "server-only";
import { command } from "@/lib/kernel/access/command";
import { may } from "@/lib/kernel/access/roles";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findClient } from "./access";
import { certainTokens } from "./certain-tokens";
import { CompleteClient } from "./input";
import { refuseKnown } from "./refuse-known";
import { replaceDetail } from "./replace-detail";
import { contactFields, revealable } from "./types";
import { watchHits } from "./watch-hits";

/**
 * Adds what was learned of a client later. A detail on record is replaced only where that was ticked, so that nobody
 * writes over what a colleague added meanwhile. The same number, phone or e-mail of another client is shown first.
 * @throws AppError not_found; conflict at each detail on record, if nothing was typed, and as refuseKnown
 */
export const completeClient = command({
  needs: "case.write",
  input: CompleteClient,
  rateLimit: "record",
  async run(ctx, { clientId, replace, somebodyElse, somebodyElseWhy, somebodyElseThan, ...details }) {
    const client = await findClient(ctx, clientId);
    const given = revealable.flatMap((field) => (details[field] ? [{ field, value: details[field] }] : []));
    if (given.length === 0) {
      const message = t("Type at least one detail.");
      throw new AppError("invalid", message, { name: message });
    }
    if (!may(ctx.actor, "field.contact") && given.some(({ field }) => contactFields.includes(field)))
      throw new AppError("forbidden", t("Not visible to your role"));
    const there = given.filter(({ field }) => client[field] !== null);
    if (there.length > 0 && !replace) {
      const message = t("This is on record already. Tick “Replace what is on record” to change it.");
      throw new AppError("conflict", message, Object.fromEntries(there.map(({ field }) => [field, message])));
    }
    const tokens = await certainTokens(ctx, details);
    const answer = { except: clientId, somebodyElse, somebodyElseWhy, somebodyElseThan };
    const toldApart = await refuseKnown(ctx, tokens, answer);
    for (const detail of given) await replaceDetail(ctx, clientId, detail);
    await watchHits(
      ctx,
      tokens.map(({ token }) => token),
      clientId,
    );
    const fields = given.map(({ field }) => field);
    const completed = { action: "client.completed" as const, subjectId: clientId, detail: { fields } };
    return { value: { id: clientId }, audit: toldApart ? [completed, toldApart(clientId)] : completed };
  },
});
