import "server-only";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { changeLive } from "../access";
import { ChangeConnector } from "../input";

/**
 * Says anew which question of a form answers which of ours. @throws AppError not_found; invalid at `name` or `mapping`,
 * and at `passkey` without fresh proof
 */
export const changeConnector = command({
  needs: "integration.write",
  input: ChangeConnector,
  async run(ctx, { connectorId, name, mapping }) {
    requireStepUp(ctx, "connector.write");
    const { kind } = await changeLive(ctx, connectorId, { name, mapping });
    return { value: { connectorId }, audit: { action: "connector.changed", subjectId: connectorId, detail: { kind } } };
  },
});
