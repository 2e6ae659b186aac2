import "server-only";
import { connectors } from "@/db/schema";
import { readEnquirySetting } from "@/lib/client/enquiries/queries";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { AddConnector } from "../input";
import { readToken, writeToken } from "../rules";

/**
 * Lets a form of another system send submissions in, as enquiries. The secret is returned once; only its hash is kept.
 * @throws AppError invalid at `name`, `kind` or `mapping`, and at `passkey` without fresh proof; conflict
 * while nobody looks at enquiries
 */
export const addConnector = command({
  needs: "integration.write",
  input: AddConnector,
  async run(ctx, { kind, name, mapping }) {
    requireStepUp(ctx, "connector.write");
    // What comes in is listed there, so somebody has to look there.
    if ((await readEnquirySetting(ctx)).address === null)
      throw new AppError("conflict", t("Turn on enquiries under Settings first: what comes in is listed there."));
    const id = newId();
    const secret = writeToken(ctx.orgId, newToken());
    const read = readToken(`Bearer ${secret}`);
    if (!read) throw new Error("A secret that was just made can be read.");
    await ctx.db.insert(connectors).values({
      id,
      orgId: ctx.orgId,
      kind,
      name,
      mapping,
      tokenHash: sha256(read.token),
      addedBy: ctx.actor.memberId ?? "",
      addedAt: ctx.now,
    });
    return { value: { id, secret }, audit: { action: "connector.added", subjectId: id, detail: { kind } } };
  },
});
