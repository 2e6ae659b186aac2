import "server-only";
import { command } from "@/lib/kernel/access/command";
import { changeLive } from "../access";
import { OneConnector } from "../input";

/** Turns a connector off for good: its secret opens nothing any more. @throws AppError not_found */
export const turnOffConnector = command({
  needs: "integration.write",
  input: OneConnector,
  async run(ctx, { connectorId }) {
    await changeLive(ctx, connectorId, { offAt: ctx.now });
    return { value: { connectorId }, audit: { action: "connector.turned_off", subjectId: connectorId, detail: {} } };
  },
});
