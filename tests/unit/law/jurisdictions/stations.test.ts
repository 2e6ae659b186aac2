import { expect, test } from "vitest";
import { namesOf } from "@/lib/casework/references/reading/names";
import { houseLaw } from "@/lib/law/jurisdictions/rules";

const list = houseLaw.stations.ZA;
const names = namesOf("ZA", houseLaw, null);

test("the police stations of South Africa are listed by name, each once, with where they were read", () => {
  expect(list?.names.length).toBe(1169);
  expect(new Set(list?.names).size).toBe(1169);
  expect(list?.sources.map(({ marks }) => marks.join(" "))).toEqual(["V2", "V2", "G", "C"]);
});

test.each([
  ["GA RANKUWA", "Ga-Rankuwa"],
  ["kwadukuza", "KwaDukuza"],
  ["Port-St-Johns", "Port-St-Johns"],
  ["Nqutu", "Nqutu"],
  ["JHB Central", "Johannesburg Central"],
  ["Pretoria-Noord", "Pretoria-Noord"],
])("%s is a station however it is written", (text, name) => {
  expect(names.find(text)?.name).toBe(name);
});

test("a country without a list knows the organisation's own stations alone", () => {
  const own = namesOf("US", houseLaw, new Set(["HARBOURTOWN"]));
  expect(own.find("Harbourtown")).toEqual({ name: "Harbourtown", isOwn: true, also: null });
  expect(own.find("Sandton")).toBeNull();
});
