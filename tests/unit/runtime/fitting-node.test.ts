import { describe, expect, test } from "vitest";
import { fits } from "../../../bin/support/fitting-node.mjs";

const node = (version: string, variables: object = { node_shared: false, node_shared_openssl: false }) => ({
  versions: { node: version },
  config: { variables },
});

describe("the Node of the machine", () => {
  test.each([
    ["24.21.0", true],
    ["24.21.1", true],
    ["24.30.0", true],
    ["24.20.9", false],
    ["24.9.0", false],
    ["20.20.2", false],
    ["25.1.0", false],
    ["26.0.0", false],
  ])("%s does instead of the package's: %s", (version, does) => {
    expect(fits(node(version), "24.21.0")).toBe(does);
  });

  test.each([{ node_shared_openssl: true }, { node_shared: "true" }, { node_shared_libuv: 1 }])(
    "does not where parts of it lie in files of the system: %o",
    (variables) => {
      expect(fits(node("24.21.0", { node_shared_openssl: false, ...variables }), "24.21.0")).toBe(false);
    },
  );

  test("is taken as it is when it is the one of these tests", () => {
    expect(fits(process, process.versions.node)).toBe(true);
  });
});
