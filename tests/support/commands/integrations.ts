import { sql } from "drizzle-orm";
import { addService } from "@/lib/casework/services/add-service";
import { makeApiToken } from "@/lib/integrations/api-tokens/make-api-token";
import { addWebhook } from "@/lib/integrations/webhooks/commands/add-webhook";
import { testWebhook } from "@/lib/integrations/webhooks/commands/test-webhook";
import { officeToday } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql } from "../by-sql";
import { connectorForm, plantConnector } from "../plant-connector";
import { plantReceivingSystem, sendingForm, systemForm } from "../plant-receiving-system";
import { hookForm } from "../plant-webhook";
import { makeReferral } from "../referrals";
import { forWorkers, type Row, type Table } from "./row";
import type { World } from "./world";

const forPeople = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "people.write",
  by: "admin",
  log,
  input,
  ...more,
});

const forAdmin = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "integration.write",
  by: "admin",
  log,
  input,
  ...more,
});

const about = ({ worker }: World) => ({
  name: "Numbers of the hotline",
  memberId: worker.memberId,
  scopes: ["cases:read"],
  untilOn: addDays(officeToday(new Date()), 30),
  networks: "",
});
const token = async (world: World) => ({ tokenId: (await makeApiToken(world.admin.ctx, about(world))).id });

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

const plantSystem = async ({ org, worker }: World) =>
  plantReceivingSystem(org, (await addService(worker.ctx, { kind: "partner", name: "A partner" })).id);

/** What is asked of each command of lib/integrations. */
export const integrations: Table = {
  "integrations/api-tokens/make-api-token": forPeople("api_token.made", about, { proof: "passkey" }),
  "integrations/api-tokens/agree-to-api-token": forWorkers("api_token.agreed", token, { proof: "best" }),
  "integrations/api-tokens/end-api-token": forPeople("api_token.ended", token),
  "integrations/api-tokens/end-own-api-token": forWorkers("api_token.ended", token),
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
  "integrations/receiving-systems/add-receiving-system": forAdmin(
    "receiving_system.added",
    async ({ worker }) => systemForm((await addService(worker.ctx, { kind: "partner", name: "A partner" })).id),
    { proof: "passkey" },
  ),
  "integrations/receiving-systems/turn-off-receiving-system": forAdmin(
    "receiving_system.turned_off",
    async (world) => ({ systemId: (await plantSystem(world)).id }),
  ),
  "integrations/case-sendings/send-case": {
    needs: "handover.deliver",
    by: "worker",
    log: "sending.asked",
    proof: "best",
    input: async (world) => {
      const { id: referralId, serviceId } = await makeReferral(world.worker, world.caseId);
      await plantReceivingSystem(world.org, serviceId);
      return sendingForm(world.worker, world.caseId, referralId);
    },
  },
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
