import { sql } from "drizzle-orm";
import { addWebhook } from "@/lib/integrations/webhooks/commands/add-webhook";
import { testWebhook } from "@/lib/integrations/webhooks/commands/test-webhook";
import { bySql } from "../by-sql";
import { connectorForm, plantConnector } from "../plant-connector";
import { hookForm } from "../plant-webhook";
import type { Row, Table } from "./row";
import type { World } from "./world";

const forAdmin = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "integration.write",
  by: "admin",
  log,
  input,
  ...more,
});

const plant = ({ admin }: World) => addWebhook(admin.ctx, hookForm());
const hook = (world: World) => world.once("webhook", async () => ({ webhookId: (await plant(world)).id }));

/** A message that was given up, planted anew each time. */
async function givenUp(world: World) {
  const { webhookId } = await hook(world);
  await testWebhook(world.admin.ctx, { webhookId });
  const [message] = await bySql<{ id: string }>(
    world.org.service(),
    sql`update app.webhook_messages set state = 'given_up', settled_at = now()
      where webhook_id = ${webhookId} and state = 'waiting' returning id`,
  );
  return { webhookId, messageId: message?.id ?? "" };
}

const connector = (world: World) =>
  world.once("connector", async () => ({ connectorId: (await plantConnector(world.org)).id }));

export const integrations: Table = {
  "integrations/connectors/add-connector": forAdmin(
    "connector.added",
    async (world) => {
      await connector(world);
      return connectorForm();
    },
    { proof: "passkey", otherwise: { because: "It makes a new one.", namesNothing: true } },
  ),
  "integrations/connectors/change-connector": forAdmin(
    "connector.changed",
    async (world) => ({ ...connectorForm(), ...(await connector(world)) }),
    { proof: "passkey" },
  ),
  "integrations/connectors/turn-off-connector": forAdmin("connector.turned_off", async (world) => ({
    connectorId: (await plantConnector(world.org)).id,
  })),
  "integrations/webhooks/add-webhook": forAdmin("webhook.added", () => hookForm(), {
    proof: "passkey",
    otherwise: { because: "It makes a new one.", namesNothing: true },
  }),
  "integrations/webhooks/change-webhook": forAdmin(
    "webhook.changed",
    async (world) => ({ ...hookForm(), ...(await hook(world)) }),
    { proof: "passkey" },
  ),
  "integrations/webhooks/renew-secret": forAdmin("webhook.secret_renewed", hook, { proof: "passkey" }),
  "integrations/webhooks/turn-webhook": forAdmin(
    "webhook.turned_on",
    async (world) => ({ ...(await hook(world)), on: "on" }),
    { proof: "passkey" },
  ),
  "integrations/webhooks/test-webhook": forAdmin("webhook.tested", hook),
  "integrations/webhooks/replay-messages": forAdmin("webhook.replayed", givenUp),
  "integrations/webhooks/remove-webhook": forAdmin(
    "webhook.removed",
    async (world) => ({ webhookId: (await plant(world)).id }),
    { proof: "passkey" },
  ),
};
