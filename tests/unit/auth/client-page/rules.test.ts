import { expect, test } from "vitest";
import { pinFrom, readPin, spokenPin } from "@/lib/auth/client-page/rules";

test("a PIN has eight digits whatever the chance says, and is read back as it was told", () => {
  const pins = [pinFrom(new Uint8Array([0, 0, 0, 7])), pinFrom(new Uint8Array([255, 255, 255, 255]))];
  expect(pins).toEqual(["00000007", "94967295"]);
  for (const pin of pins) expect(readPin(spokenPin(pin))).toBe(pin);
});

test.each(["1234567", "123456789", "1234 567x", "", "１２３４５６７８"])(
  "%j can be no PIN, and is not counted",
  (typed) => {
    expect(readPin(typed)).toBeNull();
  },
);
