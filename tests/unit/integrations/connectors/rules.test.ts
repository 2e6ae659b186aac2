import { describe, expect, test } from "vitest";
import { fieldsOf, readSubmission, readToken, writeToken } from "@/lib/integrations/connectors/rules";
import { newId, newToken } from "@/lib/platform/ids";

describe("a submission", () => {
  test("of KoboToolbox is flat or nested, and what it adds by itself is no answer", () => {
    const raw = {
      _uuid: "u-1",
      _id: 3,
      start: "x",
      "formhub/uuid": "y",
      "g/story": "He writes.",
      more: [{ how: "By SMS" }],
    };
    expect(readSubmission("kobotoolbox", raw)).toEqual({
      id: "u-1",
      answers: [
        ["g/story", "He writes."],
        ["more/1/how", "By SMS"],
      ],
    });
  });

  test.each([null, 7, "text", [], {}, { _id: 1 }])("is not %j", (raw) => {
    expect(readSubmission("kobotoolbox", raw)).toBeNull();
    expect(readSubmission("primero", raw)).toBeNull();
    expect(readSubmission("primero", { data: raw })).toBeNull();
  });

  test("answers what the mapping says, by the question with or without its group; nothing else is lost", () => {
    const answers: [string, string][] = [
      ["g/story", "He writes."],
      ["phone", "+27 82 555 0123"],
      ["age", "31"],
    ];
    const fields = fieldsOf(answers, { what: "story", contact: "phone", name: "not_asked" });
    expect(fields).toMatchObject({ what: "He writes.\n\nage: 31", contact: "+27 82 555 0123", name: "" });
  });
});

test("a secret names its organisation, and what is none opens nothing", () => {
  const orgId = newId();
  const secret = writeToken(orgId, newToken());
  expect(readToken(`Bearer ${secret}`)?.orgId).toBe(orgId);
  for (const typed of [null, "", secret, `Basic ${secret}`, `Bearer ${secret}A`, `Bearer ${secret.slice(1)}`])
    expect(readToken(typed)).toBeNull();
});
