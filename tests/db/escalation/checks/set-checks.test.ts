import { expect, test } from "vitest";
import { readCheckSettings } from "@/lib/escalation/checks/queries";
import { setChecks } from "@/lib/escalation/checks/set-checks";
import { makeOrg } from "@/tests/support/org";

test("the checker is off until an administrator names sites; what is no public site is refused", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  expect(await readCheckSettings(admin)).toMatchObject({ on: false, hosts: [], own: [] });
  const set = (ownHosts: string, platforms: string[] = []) => setChecks(admin, { on: "on", platforms, ownHosts });
  await expect(set("")).rejects.toMatchObject({ code: "invalid", fields: { platforms: expect.any(String) } });
  await expect(set("", ["nowhere"])).rejects.toMatchObject({ fields: { platforms: expect.any(String) } });
  for (const bad of [
    "127.0.0.1",
    "http://example.org",
    "example.org/path",
    "database.internal",
    "[::1]",
    "2130706433",
  ]) {
    await expect(set(bad)).rejects.toMatchObject({ code: "invalid", fields: { ownHosts: expect.any(String) } });
  }
  await set("https://Forum.example.org/\nforum.example.org", ["youtube"]);
  const { on, hosts, own, choices } = await readCheckSettings(admin);
  expect({ on, own }).toEqual({ on: true, own: ["forum.example.org"] });
  expect(hosts).toEqual(["forum.example.org", "m.youtube.com", "www.youtube.com", "youtu.be", "youtube.com"]);
  expect(choices.filter(({ chosen }) => chosen).map(({ name }) => name)).toEqual(["YouTube and Google"]);
  expect(await org.auditOf(org.id)).toContain("checks.turned");
});
