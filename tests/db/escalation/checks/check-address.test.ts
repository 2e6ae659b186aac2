import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkAddress } from "@/lib/escalation/checks/check-address";
import { readTakedown } from "@/lib/escalation/takedowns/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantListed, turnChecksOn } from "@/tests/support/plant-checks";
import { otherHost, type Site, siteHost, startSite, videoHost } from "@/tests/support/platform-site";

let site: Site;
let org: Org;

beforeAll(async () => {
  site = await startSite();
  org = await makeOrg();
  await turnChecksOn(await org.as("admin"));
});
afterAll(() => site.stop());
beforeEach(() => {
  site.asked.length = 0;
  site.connected.length = 0;
  site.names = {};
});

const itself = `<link rel="canonical" href="https://${siteHost}/p/1">`;

async function check(url = `https://${siteHost}/p/1`, ways = site.ways) {
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const takedownId = await plantListed(worker, caseId, url);
  const found = await checkAddress(org.service(), { takedownId }, ways);
  const [line] = (await readTakedown(worker, caseId, takedownId)).history;
  return { takedownId, found, line };
}
const sends = (location: string) => site.says(302, "", { location });

describe("an address is looked at", () => {
  test("and what was found stands in the history with status, headers and hash, and in the log without the address", async () => {
    site.says(200, itself, { server: "nginx", "set-cookie": "track=1", "x-request-id": "you" });
    const { takedownId, found, line } = await check();
    expect(found).toBe("up");
    expect(line).toMatchObject({ event: "seen_up", seenBy: "checker" });
    expect(line?.answered).toMatchObject({
      status: 200,
      bytes: itself.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Object.keys(line?.answered?.headers ?? {}).sort()).toEqual(["content-type", "date", "server"]);
    expect(await org.auditOf(takedownId)).toEqual(["takedown.added", "takedown.check_began", "takedown.checked"]);
    const logged = await bySql<{ said: string }>(
      await org.as("admin"),
      sql`select detail::text as said from audit.entries where subject_id = ${takedownId}`,
    );
    expect(logged.map(({ said }) => said).join()).not.toMatch(/posts|example|https/);
    // The same request for everybody: no word of the case, the person or the product.
    expect(JSON.stringify(site.asked)).not.toMatch(/crossdocket|TD-|[0-9a-f]{8}-[0-9a-f]{4}|referer|cookie/i);
  });

  test("once only: a second worker with the same job finds it done", async () => {
    site.says(200, itself);
    const { takedownId } = await check();
    expect(await checkAddress(org.service(), { takedownId }, site.ways)).toBe("left");
    expect(site.asked).toHaveLength(1);
  });

  test("gone is recorded only when nothing contradicts it", async () => {
    site.says(410, "<h1>Gone</h1>");
    expect((await check()).found).toBe("gone");
    site.says(410, itself);
    expect((await check()).found).toBe("unclear");
    site.says(404, itself);
    expect((await check()).found).toBe("unclear");
    site.says(404, "<h1>Not found</h1>");
    expect((await check()).found).toBe("unclear");
  });

  test("what does not answer is not known, and says why", async () => {
    site.names[siteHost] = ["10.0.0.7"];
    const { takedownId, found, line } = await check();
    expect([found, line?.answered?.status, site.asked.length]).toEqual(["unclear", null, 0]);
    const logged = await bySql<{ problem: string }>(
      await org.as("admin"),
      sql`select detail ->> 'problem' as problem from audit.entries where subject_id = ${takedownId} order by seq desc limit 1`,
    );
    expect(logged[0]?.problem).toBe("own_network");
  });
});

describe("a redirect", () => {
  test("on the list is followed, and each hop is resolved and looked at again", async () => {
    site.answer = (request, response) => {
      const onward = request.url === "/p/1" ? { location: `https://${siteHost}/p/2` } : {};
      response.writeHead(request.url === "/p/1" ? 301 : 200, { "content-type": "text/html", ...onward }).end(itself);
    };
    expect((await check()).found).toBe("up");
    expect(site.connected).toHaveLength(2);
    const answers = [["93.184.215.14"], ["127.0.0.1"]];
    const changing = { ...site.ways, resolve: async () => answers.shift() ?? [] };
    expect((await check(undefined, changing)).found).toBe("unclear");
    expect(site.connected).toHaveLength(3);
  });

  test.each([
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://[::ffff:7f00:1]/",
    "https://169.254.169.254/latest/meta-data",
    `https://${siteHost}:8443/p/1`,
    `https://me@${siteHost}/p/1`,
    `http://${siteHost}/p/1`,
    "file:///etc/passwd",
    "//elsewhere.example/p",
    "https://",
  ])("to %s is not followed", async (location) => {
    sends(location);
    expect((await check()).found).toBe("unclear");
    expect(site.asked).toHaveLength(1);
  });

  test("to a site that is not on the list is not followed", async () => {
    sends(`https://${otherHost}/p/1`);
    expect((await check()).found).toBe("unclear");
    expect(site.asked).toHaveLength(1);
  });

  test("in a circle ends", async () => {
    sends(`https://${siteHost}/p/1`);
    expect((await check()).found).toBe("unclear");
    expect(site.asked).toHaveLength(4);
  });

  test("to the sign-in page says so, and that page is not asked for", async () => {
    sends(`https://${siteHost}/login?next=%2Fp%2F1`);
    expect((await check()).found).toBe("sign_in");
    expect(site.asked).toHaveLength(1);
  });

  test("to a page that is gone says nothing of the one that led there", async () => {
    site.answer = (request, response) => {
      const leads = request.url === "/p/1";
      response.writeHead(leads ? 302 : 410, leads ? { location: "/home" } : { "content-type": "text/html" }).end();
    };
    expect((await check()).found).toBe("unclear");
  });
});

test("by the rules of a platform", async () => {
  site.says(200, '"playabilityStatus":{"status":"OK"},"videoId":"abcdefghijk"');
  const { found } = await check(`https://${videoHost}/watch?v=abcdefghijk&si=who&t=9`);
  expect([found, site.asked[0]?.path]).toEqual(["up", "/watch?v=abcdefghijk"]);
});
