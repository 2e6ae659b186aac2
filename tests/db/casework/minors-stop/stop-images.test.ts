import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { exhibits, imageStops, uploads } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { amendIncident } from "@/lib/casework/incidents/amend-incident";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { readStopDesk, readStopState } from "@/lib/casework/minors-stop/queries";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { incident, newClient, openSample } from "@/tests/support/case-form";
import { about, send } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

const open = async (over: Record<string, unknown> = {}) => (await openSample(await org.as("caseworker"), over)).id;
const stop = async (caseId: string) =>
  stopImages(await org.as("caseworker"), { caseId, reason: "The client said that she was 16 then" });
const stopped = async (caseId: string) => (await readStopState(await org.as("caseworker"), caseId)).stopped;

describe("stopImages", () => {
  test("no file is announced or received from then on; the reason is sealed and the log has no words of it", async () => {
    const caseId = await open();
    const { id } = await stop(caseId);
    expect(await org.auditOf(id)).toEqual(["images.stopped"]);
    const bytes = Buffer.from("a text export is a file too");
    const attempt = announceUpload(await org.as("caseworker"), { caseId, ...about, size: bytes.length });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    const [row] = await withTransaction(org.service(), "read only", (ctx) =>
      ctx.db.select().from(imageStops).where(eq(imageStops.id, id)),
    );
    expect(JSON.stringify(row)).not.toContain("The client said");
    const desk = await readStopDesk(await org.as("caseworker"), caseId);
    expect(desk.stop).toMatchObject({ reason: "The client said that she was 16 then", setBy: "caseworker person" });
  });

  test("a file on its way when it is set is refused, and leaves no exhibit", async () => {
    const caseId = await open();
    const ctx = await org.as("caseworker");
    const bytes = Buffer.from("sent while the stop is set");
    const { id } = await announceUpload(ctx, { caseId, ...about, size: bytes.length });
    await stop(caseId);
    await expect(send(ctx, id, bytes)).rejects.toMatchObject({ code: "conflict" });
    const kept = await withTransaction(org.service(), "read only", (at) =>
      at.db.$count(exhibits, eq(exhibits.caseId, caseId)),
    );
    expect(kept).toBe(0);
  });

  test("a file that is being kept and a stop wait for each other", async () => {
    const caseId = await open();
    const ctx = await org.as("caseworker");
    const setting = Promise.withResolvers<void>();
    const held = withTransaction(ctx, "read write", async (scoped) => {
      await lockCase(scoped, caseId);
      setting.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return isStopped(scoped, caseId);
    });
    await setting.promise;
    const second = await stop(caseId);
    expect(await held).toBe(false);
    expect(second.id).toBeTruthy();
    expect(await stopped(caseId)).toBe(true);
  });

  test("the database itself refuses a row past the commands", async () => {
    const caseId = await open();
    await stop(caseId);
    const { code } = await withTransaction(await org.as("caseworker"), "read write", (ctx) =>
      ctx.db.insert(uploads).values({
        id: crypto.randomUUID(),
        orgId: ctx.orgId,
        caseId,
        size: 1,
        sha256: null,
        details: "x" as never,
        announcedBy: ctx.actor.memberId ?? "",
        announcedAt: ctx.now,
      }),
    ).catch((error) => error.cause);
    expect(code).toBe("42501");
  });

  test("other organisations find no such desk", async () => {
    const caseId = await open();
    const other = await makeOrg();
    const attempt = stopImages(await other.as("supervisor"), { caseId, reason: "So it was said" });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    await expect(readStopDesk(await other.as("supervisor"), caseId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("names the reason when it is missing, and is set once when two set it at once", async () => {
    const caseId = await open();
    await expect(stopImages(await org.as("caseworker"), { caseId, reason: " " })).rejects.toMatchObject({
      code: "invalid",
      fields: { reason: expect.any(String) },
    });
    const both = await Promise.allSettled([stop(caseId), stop(caseId)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});

describe("the record sets it by itself", () => {
  const image = { ...incident, nature: "intimate_image", account: undefined };
  const young = () => ({ client: { ...newClient(`Young ${crypto.randomUUID().slice(-8)}`), isMinor: "on" } });

  test("when a case of a client under 18 is opened with an intimate image", async () => {
    const caseId = await open({ ...young(), incidents: [incident, image] });
    expect(await stopped(caseId)).toBe(true);
    const desk = await readStopDesk(await org.as("supervisor"), caseId);
    expect(await org.auditOf(desk.stop?.id ?? "")).toEqual(["images.stopped"]);
  });

  test("not for an adult, and not for another nature", async () => {
    expect(await stopped(await open({ incidents: [image] }))).toBe(false);
    expect(await stopped(await open({ ...young(), incidents: [incident] }))).toBe(false);
  });

  test("when such an incident is logged or corrected later, once", async () => {
    const caseId = await open(young());
    const ctx = await org.as("caseworker");
    const facts = { caseId, when: "2026-10-20T10:00", zone: "UTC", what: "A link was sent" };
    const { id } = await logIncident(ctx, { ...facts, nature: "insult" });
    expect(await stopped(caseId)).toBe(false);
    await amendIncident(ctx, { ...facts, incidentId: id, nature: "intimate_image" });
    expect(await stopped(caseId)).toBe(true);
    await logIncident(ctx, { ...facts, nature: "intimate_image" });
    expect((await readStopDesk(ctx, caseId)).before).toEqual([]);
  });
});
