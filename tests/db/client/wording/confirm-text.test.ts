import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { readOwnTexts, shaOf } from "@/lib/client/wording/access";
import { confirmText } from "@/lib/client/wording/confirm-text";
import { listTexts, readOwnWords } from "@/lib/client/wording/queries";
import { rewordText } from "@/lib/client/wording/reword-text";
import { ourText } from "@/lib/client/wording/rules";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";
import { opened, plantPage, turnPagesOn } from "@/tests/support/plant-client-page";

let org: Org;
let admin: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  admin = await org.as("admin");
  await turnPagesOn(org);
});

const later = () => ({ ...admin, now: new Date() });
const text = async (key: string) => (await listTexts(later(), "xh")).find((view) => view.key === key);
const until = { language: "xh", key: "until" };
const own = "Eli phepha liphela nge-{date}.";

test("a text is confirmed by a named speaker, and again when the organisation puts it into its own words", async () => {
  expect(await text("until")).toMatchObject({ state: "unconfirmed", isOwn: false, placeholders: "{date}" });
  const seen = shaOf(ourText("xh", "until"));
  await confirmText(later(), { ...until, seen, speaker: "N. Speaker" });
  expect(await text("until")).toMatchObject({ state: "confirmed", changes: [{ speaker: "N. Speaker" }] });
  await rewordText(later(), { ...until, words: own });
  expect(await text("until")).toMatchObject({ state: "unconfirmed", isOwn: true, text: own });
  await expect(confirmText(later(), { ...until, seen, speaker: "N. Speaker" })).rejects.toMatchObject({
    code: "conflict",
  });
  await confirmText(later(), { ...until, seen: shaOf(own), speaker: "N. Speaker" });
  const door = await plantPage(await org.person("caseworker"));
  const client = (await opened(door)).ctx;
  const words = await readOwnWords(client, "xh");
  expect([words.words.get("until"), [...words.confirmed]]).toEqual([own, ["until"]]);
});

test("a confirmation lapses with the English that it was for, and others' texts are not ours", async () => {
  const seen = shaOf(ourText("xh", "send"));
  const { id } = await confirmText(later(), { language: "xh", key: "send", seen, speaker: "N. Speaker" });
  await expect(bySql(later(), sql`update app.client_wordings set speaker = null where id = ${id}`)).rejects.toThrow();
  await bySql(
    later(),
    sql`insert into app.client_wordings (id, org_id, language, key, speaker, english_sha256, words_sha256, saved_by, saved_at)
      select gen_random_uuid(), org_id, language, key, speaker, 'of an earlier English', words_sha256, saved_by,
        saved_at + interval '1 minute' from app.client_wordings where id = ${id}`,
  );
  expect(await text("send")).toMatchObject({ state: "lapsed" });
  const others = await makeOrg();
  const theirs = await withTransaction(await others.as("admin"), "read only", (ctx) => readOwnTexts(ctx, "xh"));
  expect(theirs.words.size + theirs.confirmed.size).toBe(0);
});
