import { makeApiToken } from "@/lib/integrations/api-tokens/make-api-token";
import { officeToday } from "@/lib/law/office/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { forWorkers, type Row, type Table } from "./row";
import type { World } from "./world";

const forAdmin = (log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs: "people.write",
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

/** What is asked of each command of lib/integrations. */
export const integrations: Table = {
  "integrations/api-tokens/make-api-token": forAdmin("api_token.made", about, { proof: "passkey" }),
  "integrations/api-tokens/agree-to-api-token": forWorkers("api_token.agreed", token, { proof: "best" }),
  "integrations/api-tokens/end-api-token": forAdmin("api_token.ended", token),
  "integrations/api-tokens/end-own-api-token": forWorkers("api_token.ended", token),
};
