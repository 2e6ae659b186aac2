import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { OpenCase } from "@/lib/casework/cases/input";
import { describeApi } from "@/lib/integrations/api/describe-api";
import { operations } from "@/lib/integrations/api/operations/all";
import { pageAfter, pointerOf, withoutSent } from "@/lib/integrations/api/rules";
import { isNetwork } from "@/lib/integrations/api-tokens/rules";

type Described = { operationId: string; requestBody?: { content: Record<string, { schema: { properties: object } }> } };

describe("the description of the API", () => {
  const described = JSON.parse(JSON.stringify(describeApi()));

  test("is one by the schema of OpenAPI 3.1", async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(described))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  test("has every operation of the table once, and each input is that of the form", () => {
    const all = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods as Record<string, Described>),
    );
    expect(all.map(({ operationId }) => operationId).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
    const form = z.toJSONSchema(OpenCase, { io: "input" });
    const opening = all.find(({ operationId }) => operationId === "openCase");
    expect(opening?.requestBody?.content["application/json"]?.schema.properties).toEqual(
      JSON.parse(JSON.stringify(form.properties)),
    );
  });

  test("has a schema for whatever is sent: nothing is taken without being said", () => {
    for (const operation of operations) {
      const schema = z.toJSONSchema(operation.input, { io: "input" });
      expect(schema.type, operation.id).toBe("object");
    }
  });
});

describe("the rules of the API", () => {
  test("a page goes on behind the row that its cursor names, and says when there is no more", () => {
    const all = ["a", "b", "c"].map((id) => ({ id }));
    const idOf = ({ id }: { id: string }) => id;
    const first = pageAfter(all, { limit: 2 }, idOf);
    expect(first?.rows).toEqual([{ id: "a" }, { id: "b" }]);
    const second = pageAfter(all, { limit: 2, cursor: first?.next ?? "" }, idOf);
    expect(second).toEqual({ rows: [{ id: "c" }], next: null });
    expect(pageAfter(all, { limit: 2, cursor: "bm9uZQ" }, idOf)).toBeNull();
    expect(pageAfter([], { limit: 2 }, idOf)).toEqual({ rows: [], next: null });
  });

  test("a field is named by a JSON pointer", () => {
    expect(pointerOf("client.safeContact.zone")).toBe("#/client/safeContact/zone");
    expect(pointerOf("a/b.c~d")).toBe("#/a~1b/c~0d");
  });

  test("a message that repeats what was sent is not passed on", () => {
    expect(withoutSent("Zinhle Example is known.", { client: { name: "zinhle example" } })).not.toContain("Zinhle");
    expect(withoutSent("This is not a CAS number.", { kind: "cas" })).toBe("This is not a CAS number.");
  });

  test("a network is an address with or without its length", () => {
    const good = ["203.0.113.7", "203.0.113.0/24", "2001:db8::/32", "2001:db8:0:7::/64", "::/0"];
    const bad = [
      "",
      "203.0.113",
      "203.0.113.256",
      "203.0.113.0/33",
      "2001:db8::1",
      "2001:db8::/65",
      ":::/64",
      "2001::db8::/32",
      "1:2:3:4:5:6:7:8:9/64",
      "example.org",
    ];
    expect(good.filter((text) => !isNetwork(text))).toEqual([]);
    expect(bad.filter(isNetwork)).toEqual([]);
  });
});
