import { t } from "@/lib/platform/language/translate";
import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findLeakedFields } from "@/lib/packets/packets/snapshot/leaks";
import { protectedValues } from "@/lib/packets/packets/snapshot/protected-values";
import { AppError } from "@/lib/platform/errors";

/**
 * An officer reads this text on a screen that the client does not see: it must not contain a name or address.
 * @param texts by field name, which is also shown to people: `message`, `answer`
 * @throws AppError invalid at the field, with the kind of value that must be removed
 */
export async function refuseProtectedWords(ctx: TxCtx, caseId: string, texts: Record<string, string>): Promise<void> {
  const { clientId } = await findCase(ctx, caseId);
  const { secrets } = await protectedValues(ctx, clientId);
  const [leak] = findLeakedFields(texts, secrets);
  if (!leak) return;
  const message = t("The {path} contains the client’s {what}. Remove it.", { path: leak.path, what: leak.what });
  throw new AppError("invalid", message, { [leak.path]: message });
}
