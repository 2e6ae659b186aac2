import { beforeAll, describe, expect, test } from "vitest";
import { captures } from "@/db/schema";
import { announceCapture } from "@/lib/evidence/captures/announce-capture";
import { readCaptureOf, requireOwnPart } from "@/lib/evidence/captures/queries";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { send } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantAccount } from "@/tests/support/plant-matter";
import { capturedPage, plantPairing } from "@/tests/support/plant-pairing";
import { plantStop } from "@/tests/support/plant-stop";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function connected() {
  return plantPairing(worker.ctx, await plantCase(worker.ctx));
}

describe("announceCapture", () => {
  test("its parts become exhibits with its address, time and account, and the ledger says who captured them", async () => {
    const { ctx, caseId } = await connected();
    await plantAccount(worker.ctx, caseId, "90417755", "facebook");
    const bytes = { picture: freshBytes(60), page: freshBytes(50), text: freshBytes(40) };
    const page = capturedPage(bytes, { platform: "facebook", accountId: "90417755", title: "A threat" });
    const { id, parts } = await announceCapture(ctx, page);
    const exhibits = [];
    for (const { part, uploadId } of parts) {
      await requireOwnPart(ctx, uploadId);
      exhibits.push((await send(ctx, uploadId, bytes[part])).receipt.exhibitId);
    }
    const { exhibit, ledger } = await readExhibit(worker.ctx, caseId, exhibits[0] ?? "");
    expect(exhibit).toMatchObject({
      description: "Picture of a captured page: A threat",
      sourceUrl: page.address,
      permalink: page.canonical,
      postId: "1",
      method: "screenshot",
      howObtained: "public",
      capturedZone: "Africa/Johannesburg",
      timeSource: "device_clock",
      sentSha256: exhibit.sha256,
      tool: "Crossdocket browser extension 1.0.0, Chrome 141",
      account: { platformId: "90417755" },
    });
    expect(exhibit.capturedAt?.getTime()).toBe(Math.floor(page.capturedAt / 1000) * 1000);
    expect(ledger.events[0]).toMatchObject({
      action: "collected",
      purpose: expect.stringContaining("Captured by the browser extension"),
    });
    const capture = await readCaptureOf(worker.ctx, exhibits[2] ?? "");
    expect(capture).toMatchObject({ id, address: page.address, otherHost: false, zone: "Africa/Johannesburg" });
    expect(capture?.parts.map(({ part, exhibit: of }) => [part, of?.label, of?.same])).toEqual([
      ["picture", "E-01", true],
      ["page", "E-02", true],
      ["text", "E-03", true],
    ]);
    expect(await org.auditOf(id)).toEqual(["capture.announced"]);
    const [row] = await withTransaction(worker.ctx, "read only", ({ db }) => db.select().from(captures));
    expect(JSON.stringify(row)).not.toMatch(/threat|social|90417755/);
  });

  test("other bytes than those hashed in the extension are refused, and nothing is kept", async () => {
    const { ctx } = await connected();
    const { parts } = await announceCapture(ctx, capturedPage({ text: freshBytes(40) }));
    await expect(send(ctx, parts[0]?.uploadId ?? "", freshBytes(40))).rejects.toHaveProperty("fault", "hash_mismatch");
    const again = await announceCapture(ctx, capturedPage({ text: freshBytes(40) }));
    expect(again.parts[0]?.known).toBeNull();
  });

  test("a page that lies is kept as what it is: the browser's address stands, the claim beside it", async () => {
    const { ctx, caseId } = await connected();
    const text = freshBytes(30);
    const title = "Official\u202e gpj.\u0007 page \u2066";
    const page = capturedPage(
      { text },
      {
        address: "https://bad.example/p/1",
        canonical: "https://bank.example/login",
        title,
        postId: `${"9".repeat(500)}\u0000`,
        platform: "no such platform",
        zone: "Mars/Olympus",
      },
    );
    const { parts } = await announceCapture(ctx, page);
    const { receipt } = await send(ctx, parts[0]?.uploadId ?? "", text);
    const { exhibit } = await readExhibit(worker.ctx, caseId, receipt.exhibitId);
    expect(exhibit).toMatchObject({
      description: "Text of a captured page: Official gpj. page",
      sourceUrl: "https://bad.example/p/1",
      permalink: null,
      platform: null,
      capturedZone: "UTC",
    });
    const capture = await readCaptureOf(worker.ctx, receipt.exhibitId);
    expect(capture).toMatchObject({ otherHost: true, says: { title, canonical: "https://bank.example/login" } });
  });

  test("a clock that is hours ahead is compared with ours; one that is days off says no time", async () => {
    const { ctx, caseId } = await connected();
    const at = async (offsetMs: number) => {
      const text = freshBytes(20);
      const now = Date.now() + offsetMs;
      const { parts } = await announceCapture(ctx, capturedPage({ text }, { capturedAt: now - 5000, sentAt: now }));
      const { receipt } = await send(ctx, parts[0]?.uploadId ?? "", text);
      return (await readExhibit(worker.ctx, caseId, receipt.exhibitId)).exhibit;
    };
    expect((await at(3 * 3_600_000)).clockOffset).toBeGreaterThan(10_700);
    expect(await at(5 * 86_400_000)).toMatchObject({ capturedAt: null, flags: expect.arrayContaining(["needs_time"]) });
  });

  test("a restricted case takes it, as it takes all evidence that comes in", async () => {
    const caseId = await plantCase(worker.ctx);
    await placeRestriction(await org.as("supervisor"), { caseId, reason: "It is contested." });
    const { ctx } = await plantPairing(worker.ctx, caseId);
    const text = freshBytes(20);
    const { parts } = await announceCapture(ctx, capturedPage({ text }));
    expect((await send(ctx, parts[0]?.uploadId ?? "", text)).receipt.label).toBe("E-01");
  });

  test("nothing goes to an upload of somebody else, without a pairing, or where no file is taken", async () => {
    const { ctx } = await connected();
    const other = await plantPairing(worker.ctx, ctx.pairing?.caseId ?? "");
    const { parts } = await announceCapture(other.ctx, capturedPage({ text: freshBytes(20) }));
    await expect(requireOwnPart(ctx, parts[0]?.uploadId ?? "")).rejects.toHaveProperty("code", "not_found");
    const page = capturedPage({ text: freshBytes(20) });
    await expect(announceCapture(worker.ctx, page)).rejects.toHaveProperty("code", "forbidden");
    await plantStop(worker.ctx, other.caseId);
    await expect(announceCapture(other.ctx, page)).rejects.toHaveProperty("code", "conflict");
  });
});
