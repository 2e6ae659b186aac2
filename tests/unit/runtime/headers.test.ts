import { afterEach, describe, expect, test, vi } from "vitest";
import { ofBuild, ofFiles, ofPages } from "@/lib/platform/network/headers";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("headers of pages and of files", () => {
  test.each([ofPages, ofFiles])("ask for https, below too, when the address is https and only then", (headers) => {
    vi.stubEnv("APP_ORIGIN", "https://cases.example");
    expect(headers()["strict-transport-security"]).toMatch(/^max-age=63072000; includeSubDomains$/);
    vi.stubEnv("APP_ORIGIN", "http://localhost:3000");
    expect(headers()["strict-transport-security"]).toBeUndefined();
  });
});

test("what the build answers is kept by a browser only where it is the same for everybody", () => {
  const keeping = ofBuild().filter(({ headers }) => headers.some(({ key }) => key === "cache-control"));
  expect(keeping.map(({ source }) => source)).toEqual(["/((?!_next/static/).*)"]);
});
