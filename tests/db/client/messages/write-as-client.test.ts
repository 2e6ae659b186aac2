import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { writeAsClient } from "@/lib/client/messages/write-as-client";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { opened, plantPage, turnPagesOn } from "@/tests/support/plant-client-page";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });

test("nobody writes as the other side, by the command or by Postgres", async () => {
  const door = await plantPage(worker);
  const { ctx } = await opened(door);
  const { caseId, pageId } = door;
  const write = (writer: string, kind: string) =>
    sql`insert into app.client_messages (id, org_id, case_id, page_id, kind, writer, member_id, at)
      values (${newId()}, ${ctx.orgId}, ${caseId}, ${pageId}, ${kind}, ${writer}, ${null}, now())`;
  await expect(bySql(ctx, write("staff", "message"))).rejects.toThrow();
  await expect(bySql(ctx, write("client", "status"))).rejects.toThrow();
  await expect(bySql(now(), write("client", "message"))).rejects.toThrow();
  await expect(writeAsClient(now(), { words: "Mine." })).rejects.toMatchObject({ code: "forbidden" });
  await expect(writeAsClient(ctx, { words: " " })).rejects.toMatchObject({ fields: { words: expect.anything() } });
});
