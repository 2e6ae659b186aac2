import { describe, expect, test } from "vitest";
import { takeLane } from "@/lib/auth/enquiries/take-lane";
import { newId } from "@/lib/platform/ids";

async function lanes(orgId: string, network: (i: number) => string, times: number): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (let i = 0; i < times; i++) {
    const lane = await takeLane(orgId, network(i));
    found[lane] = (found[lane] ?? 0) + 1;
  }
  return found;
}

describe("a flood of enquiries", () => {
  test("from one network is listed apart after ten and held up after sixty, and holds up no other", async () => {
    const orgId = newId();
    expect(await lanes(orgId, () => "198.51.100.1", 62)).toEqual({ open: 10, apart: 50, slow: 2 });
    expect(await takeLane(orgId, "198.51.100.2")).toBe("open");
  });

  test("from all sides is listed apart, and shuts the door for nobody", async () => {
    const orgId = newId();
    expect(await lanes(orgId, (i) => `203.0.113.${i}`, 103)).toEqual({ open: 100, apart: 3 });
    expect(await takeLane(orgId, "198.51.100.9")).toBe("apart");
  });

  test("from a customer's many IPv6 networks counts as one", async () => {
    const orgId = newId();
    const found = await lanes(orgId, (i) => `2001:db8:77:${i.toString(16)}::/64`, 62);
    expect(found).toEqual({ open: 60, slow: 2 });
  });
});
