import { redirect } from "next/navigation";
import { expect, test } from "vitest";
import { isAnswered } from "@/app/_ui/with-network-error";

test("a redirect is an answer; a connection that is gone, and an error of the server, is none", async () => {
  expect(await isAnswered(Promise.resolve())).toBe(true);
  expect(await isAnswered(Promise.resolve().then(() => redirect("/search")))).toBe(true);
  expect(await isAnswered(Promise.reject(new TypeError("Failed to fetch")))).toBe(false);
  const told = Object.assign(new Error("An error occurred on the server."), { digest: "1234567890" });
  expect(await isAnswered(Promise.reject(told))).toBe(false);
});
