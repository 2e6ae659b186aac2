import { describe, expect, test } from "vitest";
import { isSafe, nextSafe, protocolProblem } from "@/lib/client/notices/rules";

const sending = { sms: true, email: false, days: [1, 3, 7], from: "09:00", until: "15:00" };
const contact = {
  channel: "WhatsApp text only",
  hours: "weekdays",
  zone: "Africa/Johannesburg",
  voicemail: false,
  deviceSeenBy: "nobody",
  codeWord: null,
  never: ["No calls"],
  subjectLine: "Newsletter",
  sending,
};
const at = (utc: string) => new Date(utc);

describe("safe hours, in the zone of the client", () => {
  test.each([
    ["2026-11-30T07:00:00Z", true],
    ["2026-11-30T06:59:59Z", false],
    ["2026-11-30T12:59:59Z", true],
    ["2026-11-30T13:00:00Z", false],
    ["2026-12-01T08:00:00Z", false],
    ["2026-12-06T08:00:00Z", true],
  ])("%s: %s", (utc, safe) => {
    expect(isSafe(sending, contact.zone, at(utc))).toBe(safe);
  });

  test.each([
    ["2026-11-30T08:00:00Z", "2026-11-30T08:00:00.000Z"],
    ["2026-11-30T20:00:00Z", "2026-12-02T07:00:00.000Z"],
    ["2026-12-02T13:00:00Z", "2026-12-06T07:00:00.000Z"],
  ])("the next after %s is %s", (utc, next) => {
    expect(nextSafe(sending, contact.zone, at(utc))?.toISOString()).toBe(next);
  });

  test("there is none without a day", () => {
    expect(nextSafe({ ...sending, days: [] }, contact.zone, at("2026-11-30T08:00:00Z"))).toBeNull();
  });
});

describe("what the protocol says", () => {
  test("a channel is used only if it was agreed", () => {
    expect(protocolProblem(contact, "sms")).toBeNull();
    expect(protocolProblem(contact, "email")).toBe("not_agreed");
    expect(protocolProblem({ ...contact, sending: undefined }, "sms")).toBe("not_agreed");
  });

  test.each(["No texts", "never SMS me", "no text messages, please", "Geen SMS nie"])(
    "%j forbids a text message",
    (line) => {
      expect(protocolProblem({ ...contact, never: [line] }, "sms")).toBe("limit");
    },
  );

  test.each(["No e-mail", "never email", "Geen e-pos"])("%j forbids mail", (line) => {
    const agreed = { ...contact, sending: { ...sending, email: true }, never: [line] };
    expect(protocolProblem(agreed, "email")).toBe("limit");
    expect(protocolProblem(agreed, "sms")).toBeNull();
  });

  test("nothing is sent while a part of it is open", () => {
    expect(protocolProblem({ ...contact, deviceSeenBy: "Not known" }, "sms")).toBe("open_protocol");
  });
});
