import { describe, expect, test } from "vitest";
import { describeError } from "@/lib/platform/describe-error";
import { AppError } from "@/lib/platform/errors";
import { runProgram } from "@/tests/support/run-script";

const canary = "Nomvula Kingfisher 082 555 0101";
const id = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

/** Everything that an error can carry, with the canary in it. */
function planted(): Error {
  const cause = Object.assign(new RangeError(`Failed query: params: ${canary}`), { code: "23505", detail: canary });
  const error = new TypeError(`${canary}\n    at ${canary} (lib/${canary}.ts:1:1)\n    at app/Kingfisher:1:1`, {
    cause,
  });
  return Object.assign(error, { digest: "123@E394", code: canary, query: canary, parameters: [canary] });
}

describe("what is written down of an error", () => {
  test("is kind, code, number of the page, what caused it and where in the code; nothing that it says", () => {
    const described = describeError(planted());
    expect(described).toMatchObject({ kind: "TypeError", digest: "123@E394", causes: ["RangeError 23505"] });
    expect(described.code).toBeUndefined();
    expect(described.at?.length).toBeGreaterThan(0);
    expect(JSON.stringify(described)).not.toMatch(/Nomvula|Kingfisher|555/);
  });

  test("names a certificate that was not believed, and a refusal of ours", () => {
    const tls = Object.assign(new Error("Hostname/IP does not match"), { code: "ERR_TLS_CERT_ALTNAME_INVALID" });
    expect(describeError(new Error("x", { cause: tls })).causes).toEqual(["Error ERR_TLS_CERT_ALTNAME_INVALID"]);
    expect(describeError(new AppError("forbidden", canary))).toMatchObject({ kind: "AppError", code: "forbidden" });
  });

  test.each([
    ["a text", canary, { kind: "string" }],
    ["nothing", undefined, { kind: "undefined" }],
    ["something without a name", { name: canary, digest: `NEXT;/cases/${id};307` }, { kind: "unknown" }],
    ["an error whose message was changed", renamed(), { kind: "Error" }],
  ])("of %s is no more than its kind", (_, thrown, expected) => {
    expect(describeError(thrown)).toEqual(expected);
  });
});

describe("a page that breaks", () => {
  test("is one line of the log with its pattern; neither address, message nor value is in what the server says", async () => {
    const script = `
      const { noteFault } = await import("./lib/operations/telemetry/note-fault.ts");
      const { keepConsoleShort } = await import("./lib/operations/telemetry/keep-console-short.ts");
      keepConsoleShort();
      const error = new TypeError(${JSON.stringify(canary)}, { cause: new Error(${JSON.stringify(canary)}) });
      noteFault(error, { path: "/cases/${id}?name=Kingfisher", method: "POST", type: "action" });
      console.error(" x", error);
      console.error(new Error(${JSON.stringify(canary)}));
      console.error("Error: ${canary}\\n    at lib/x.ts:1:1");
      console.error("a word of Next without an error");`;
    const node = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", script];
    const { output: message, errorOutput } = await runProgram(node, settings());
    expect(`${message}${errorOutput}`).not.toMatch(/Nomvula|Kingfisher|0199aaaa/);
    expect(errorOutput.trim()).toBe("a word of Next without an error");
    const [page, ...rest] = message
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(page).toMatchObject({ level: 50, msg: "it broke", method: "POST", type: "action", kind: "TypeError" });
    expect(page).toMatchObject({ route: expect.stringMatching(/^(other|\/cases\/\[caseId\])$/), causes: ["Error"] });
    const outside = { level: 50, msg: "it broke outside a request" };
    expect(rest).toMatchObject([
      { ...outside, kind: "Error" },
      { ...outside, kind: "text" },
    ]);
  });
});

function renamed(): Error {
  const stack = `Error: ${canary}\n    at run (lib/Kingfisher.ts:1:1)`;
  return Object.assign(new Error("another"), { stack });
}

function settings(): NodeJS.ProcessEnv {
  const key = Buffer.alloc(32, 1).toString("base64");
  return {
    ...process.env,
    DATABASE_URL: "postgres://app@localhost/none",
    KEK: key,
    AUTH_SECRET: key,
    SERVICE_TOKEN: key,
  };
}
