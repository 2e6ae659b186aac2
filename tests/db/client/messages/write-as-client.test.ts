import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listCaseMessages, listOwnMessages } from "@/lib/client/messages/queries";
import { showStatus } from "@/lib/client/messages/show-status";
import { withdrawMessage } from "@/lib/client/messages/withdraw-message";
import { writeAsClient } from "@/lib/client/messages/write-as-client";
import { writeToClient } from "@/lib/client/messages/write-to-client";
import { noteSeenNews } from "@/lib/client/pages/note-seen-news";
import { readMyWork } from "@/lib/oversight/my-work/queries";
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

describe("messages and status of a client's page", () => {
  test("she writes, it is news in My work until somebody saw it, and she gets an answer", async () => {
    const { caseId, pageId, ...door } = await plantPage(worker);
    const { ctx } = await opened({ caseId, pageId, ...door });
    await writeAsClient(ctx, { words: "Is there news?" });
    const news = async () => (await readMyWork(now())).clientNews.items.filter((item) => item.caseId === caseId);
    expect(await news()).toMatchObject([{ files: 0 }]);
    await noteSeenNews(now(), { pageId });
    expect(await news()).toEqual([]);
    await writeToClient(now(), { caseId, words: "Not yet." });
    const said = (await listOwnMessages(ctx)).map(({ writer, words }) => [writer, words]);
    expect(said).toEqual([
      ["client", "Is there news?"],
      ["staff", "Not yet."],
    ]);
  });

  test("she sees a ready sentence with its day, until it is taken off; it stays in the case", async () => {
    const door = await plantPage(worker);
    const { ctx } = await opened(door);
    const { caseId } = door;
    await expect(showStatus(now(), { caseId, line: "lineOpened" })).rejects.toMatchObject({
      fields: { lineOn: expect.anything() },
    });
    const { id: messageId } = await showStatus(now(), { caseId, line: "lineOpened", lineOn: "2026-11-02" });
    expect(await listOwnMessages(ctx)).toMatchObject([{ kind: "status", line: "lineOpened", lineOn: "2026-11-02" }]);
    await withdrawMessage(now(), { messageId });
    expect(await listOwnMessages(ctx)).toEqual([]);
    expect(await listCaseMessages(now(), caseId)).toMatchObject([{ withdrawnAt: expect.any(Date) }]);
  });

  test("nobody writes as the other side, and what she wrote is not taken off", async () => {
    const door = await plantPage(worker);
    const { ctx } = await opened(door);
    const { caseId, pageId } = door;
    const write = (writer: string, kind: string) =>
      sql`insert into app.client_messages (id, org_id, case_id, page_id, kind, writer, member_id, at)
        values (${newId()}, ${ctx.orgId}, ${caseId}, ${pageId}, ${kind}, ${writer}, ${null}, now())`;
    await expect(bySql(ctx, write("staff", "message"))).rejects.toThrow();
    await expect(bySql(ctx, write("client", "status"))).rejects.toThrow();
    await expect(bySql(now(), write("client", "message"))).rejects.toThrow();
    const { id: messageId } = await writeAsClient(ctx, { words: "Mine." });
    await expect(withdrawMessage(now(), { messageId })).rejects.toMatchObject({ code: "not_found" });
  });
});
