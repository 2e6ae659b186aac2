import { describe, expect, test } from "vitest";
import {
  actionsOf,
  mostAttempts,
  nextAttempt,
  readAddress,
  typesOf,
  webhookEvents,
} from "@/lib/integrations/webhooks/rules";

describe("an address that messages may go to", () => {
  test.each([
    "https://localhost/in",
    "https://127.0.0.1/in",
    "https://2130706433/in",
    "https://0x7f.1/in",
    "https://10.0.0.7/in",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/in",
    "https://[fe80::1]/in",
    "https://[::ffff:127.0.0.1]/in",
    "https://93.184.215.14/in",
    "https://metadata.google.internal/in",
    "https://printer.local/in",
    "https://intranet/in",
  ])("is at no machine or inner network: %s", (typed) => expect(readAddress(typed)).toBeNull());

  test.each([
    "http://hooks.example.org/in",
    "https://hooks.example.org:8443/in",
    "https://user:pass@hooks.example.org/in",
    "https://hooks.example.org/in#part",
    "https://hooks.example.org\\@127.0.0.1/in",
    "https://hooks.example.org /in",
    "ftp://hooks.example.org/in",
    "hooks.example.org/in",
    "javascript:alert(1)",
    "",
  ])("is not %s", (typed) => expect(readAddress(typed)).toBeNull());

  test("is https at a public name", () => {
    expect(readAddress(" https://Hooks.Example.org/in?key=1 ")?.href).toBe("https://hooks.example.org/in?key=1");
  });
});

test("the waits grow, and after some three days there is none", () => {
  const now = new Date("2026-12-01T00:00:00Z");
  const waits = Array.from({ length: mostAttempts }, (_, at) => nextAttempt(at + 1, now, 0));
  const seconds = waits.map((next) => (next ? (next.getTime() - now.getTime()) / 1000 : null));
  expect(seconds).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
  expect(nextAttempt(2, now, 1)?.getTime()).toBe(now.getTime() + 330_000);
});

test("every type is of one action, and comes back from the actions that are kept", () => {
  const types = webhookEvents.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
  expect(typesOf(actionsOf(types))).toEqual(types);
});
