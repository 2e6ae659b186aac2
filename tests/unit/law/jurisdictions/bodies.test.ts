import { expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { listShipped } from "@/lib/organisation/bodies/list-shipped";

test("each body that is shipped has a source, a mark and a day, and no contact that its agency does not have", () => {
  const shipped = listShipped(houseLaw);
  expect(shipped.length).toBeGreaterThan(10);
  for (const { name, source, mark, readOn, agency, phone, email } of shipped) {
    expect({ name, source, mark, readOn }).toEqual({
      name,
      source: expect.stringMatching(/\S{3}/),
      mark: expect.stringMatching(/^(V|V2|S|G|C)$/),
      readOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    const values = agency.contacts.map((contact) => contact.value);
    for (const part of [phone, email].flatMap((text) => text?.split(", ") ?? [])) expect(values).toContain(part);
  }
});
