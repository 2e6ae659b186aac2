import { afterEach, expect, test, vi } from "vitest";
import { GET } from "@/app/.well-known/security.txt/route";
import { parseEnvironment } from "@/lib/platform/env";
import { securityText } from "@/lib/platform/network/security-text";

const now = new Date("2026-11-28T10:00:00.123Z");

const key = Buffer.alloc(32, 7).toString("base64url");
const whole = { DATABASE_URL: "postgres://a:b@db.example/c", KEK: key, AUTH_SECRET: key, SERVICE_TOKEN: key };

afterEach(() => vi.unstubAllEnvs());

test("security.txt has what RFC 9116 asks for, and a day within the year", () => {
  const text = securityText({ contact: "mailto:security@cases.example", origin: "https://cases.example", now });
  expect(text.split("\n")).toEqual([
    "Contact: mailto:security@cases.example",
    "Expires: 2027-05-27T10:00:00Z",
    "Preferred-Languages: en",
    "Canonical: https://cases.example/.well-known/security.txt",
    "",
  ]);
});

test("there is none where nobody is named", () => {
  for (const [name, value] of Object.entries(whole)) vi.stubEnv(name, value);
  expect(GET().status).toBe(404);
});

test("a contact is an address that a program can follow", () => {
  const set = (contact: string) => parseEnvironment({ ...whole, SECURITY_CONTACT: contact }).SECURITY_CONTACT;
  for (const good of ["mailto:security@cases.example", "https://cases.example/report", "tel:+27-21-000-0100"])
    expect(set(good)).toBe(good);
  for (const bad of ["security@cases.example", "http://cases.example", "mailto:a@b.example\nContact: tel:1"])
    expect(() => set(bad)).toThrow(/SECURITY_CONTACT/);
});
