import { expect, test } from "vitest";
import { whereOf } from "@/app/p/_page/frame";
import { drawNote } from "@/app/p/_page/note";
import { drawNoteForm } from "@/app/p/_page/note-form";
import type { OwnEnquiry } from "@/lib/client/enquiries/types";

const strange = `<script>alert(1)</script> https://attacker.example/ "><img src=x onerror=alert(2)>`;

const enquiry: OwnEnquiry = {
  words: {
    name: strange,
    what: strange,
    country: "ZA",
    otherCountry: "Elsewhere",
    channel: "none",
    contact: strange,
    hours: "",
    avoid: "",
    readBy: "",
    danger: "yes",
    language: "zu",
  },
  writtenAt: new Date("2026-11-24T10:00:00Z"),
  readAt: null,
  withdrawn: false,
  messages: [],
  receipt: "7Q4KD0XMB2TA",
};

const shown = { where: whereOf("/p/note", "zu", "zu"), enquiry, zone: "Africa/Johannesburg", said: null };

test("what she wrote is drawn as text, and no address in it is a link", () => {
  const html = drawNote({ ...shown, codeAddress: "desk.example/p/code" });
  expect(html).toContain("&lt;script>alert(1)&lt;/script>");
  expect(html).not.toMatch(/<script>alert|<img/);
  expect([...html.matchAll(/href="([^"]+)"/g)].filter(([, to]) => /^(https?:)?\/\//.test(to ?? ""))).toEqual([]);
});

test("in danger her own country's numbers stand before the code, and the code is as it is read out", () => {
  const html = drawNote({ ...shown, codeAddress: "desk.example/p/code" });
  const [here, there, code] = ["tel:10111", "tel:911", "7Q4K D0XM B2TA"].map((part) => html.indexOf(part));
  expect([here, there, code].toSorted((a = 0, b = 0) => a - b)).toEqual([here, there, code]);
  expect(here).toBeGreaterThan(0);
});

test("the form has the numbers before its first field, asks nothing that is required, and keeps what was typed", () => {
  const form = { where: whereOf("/p/note/abc", "en", "en"), phone: "+27 00 000 0147", secret: "s", error: null };
  const html = drawNoteForm({ ...form, typed: { what: strange, danger: "no" } });
  expect(html.indexOf("tel:10111")).toBeLessThan(html.indexOf('<label class="check">'));
  expect(html).not.toContain("required");
  expect(html).toContain("&lt;script>alert(1)");
  expect(html).toMatch(/<input type="radio" name="danger" value="no" checked/);
  expect(Buffer.byteLength(html)).toBeLessThan(60_000);
});
