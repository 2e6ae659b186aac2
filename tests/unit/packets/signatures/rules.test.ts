import { expect, test } from "vitest";
import { runForm } from "@/app/_ui/run-form";
import { daysLeft, endState, groupFingerprint, withoutPrivateKeys } from "@/lib/packets/signatures/rules";
import { AppError } from "@/lib/platform/errors";

test("a fingerprint is read aloud in sixteen groups of four", () => {
  const groups = groupFingerprint("0123456789abcdef".repeat(4));
  expect(groups).toHaveLength(16);
  expect(groups.slice(0, 5)).toEqual(["0123", "4567", "89AB", "CDEF", "0123"]);
});

test("the end of a certificate is announced from 60 days before it", () => {
  const until = new Date("2027-03-01T12:00:00Z");
  expect(endState(until, new Date("2026-12-31T12:00:00Z"))).toBe("far");
  expect(endState(until, new Date("2026-12-31T12:00:01Z"))).toBe("soon");
  expect(endState(until, until)).toBe("soon");
  expect(endState(until, new Date("2027-03-01T12:00:01Z"))).toBe("over");
  expect(daysLeft(until, new Date("2027-02-27T12:00:01Z"))).toBe(1);
});

test("a private key among certificates is cut out, whole or torn, and the certificates stay", () => {
  const own = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  const key = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nsecret\n-----END ENCRYPTED PRIVATE KEY-----\n";
  expect(withoutPrivateKeys(`${own}${key}${own}`)).toBe(`${own}\n${own}`);
  expect(withoutPrivateKeys(`${own}-----BEGIN EC PRIVATE KEY-----\nsecr`)).toBe(own);
  expect(withoutPrivateKeys(own)).toBe(own);
});

test("a form that is shown again holds neither the private key nor its passphrase", async () => {
  const form = new FormData();
  for (const name of ["certificates", "privateKey", "passphrase"]) form.set(name, `typed ${name}`);
  const refuse = () => Promise.reject(new AppError("invalid", "No.", { certificates: "No." }));
  expect((await runForm(form, refuse)).values).toEqual({ certificates: "typed certificates" });
});
