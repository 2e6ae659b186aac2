import { describe, expect, test } from "vitest";
import { addressIn, describedAs, remarksOf } from "@/lib/client/files/rules";

const words = { fileName: "IMG_1.png", fileType: "image/png", what: "", when: "", where: "" };

describe("what a client says of a file", () => {
  test.each([
    ["on https://x.example/p/1, yesterday", "https://x.example/p/1,"],
    ["HTTPS://X.example", "HTTPS://X.example"],
    ["WhatsApp", undefined],
    ["https://", undefined],
    ["javascript:alert(1)", undefined],
  ])("the first web address in %j", (text, address) => {
    expect(addressIn(text)).toBe(address);
  });

  test("stands in the ledger in her words, and only what she said", () => {
    expect(remarksOf(words)).toBe("");
    expect(remarksOf({ ...words, when: "on Monday" })).toBe("When, in the client's words: on Monday");
  });

  test("names the exhibit, or the file does, or nothing that could be read", () => {
    expect(describedAs({ ...words, what: "A threat" })).toBe("A threat");
    expect(describedAs(words)).toBe("IMG_1.png");
    expect(describedAs({ ...words, fileName: "" })).toBe("File of the client");
  });
});
