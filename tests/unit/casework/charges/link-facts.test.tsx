import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { FormContext } from "@/app/_ui/form-context";
import type { FormState } from "@/app/_ui/form-state";
import { ChargePanel } from "@/app/(work)/cases/[caseId]/charges/_components/charge-panel";
import { FactPicker, fitsFact } from "@/app/(work)/cases/[caseId]/charges/_components/fact-picker";
import { askedOf, linkHref, nextOpen, questionsOf } from "@/app/(work)/cases/[caseId]/charges/questions";
import type { ChargeView, ElementView, NamedOffenceView } from "@/lib/casework/charges/types";
import type { PickList } from "@/lib/casework/incidents/types";

const caseId = "0198c0de-0000-7000-8000-000000000001";
const sides = { home: "South Africa", there: "United States" };
const idOf = (at: number) => `0198c0de-0000-7000-8000-0000000001${String(at).padStart(2, "0")}`;

const listOf = (kind: "incident" | "exhibit", many: number, from: number): PickList => ({
  kind,
  all: true,
  options: Array.from({ length: many }, (_, at) => {
    const code = kind === "incident" ? `I-${at + 1}` : `E-0${at + 1}`;
    return { id: idOf(from + at), code, label: `${code} said in the ${at + 1}. message` };
  }),
});
const incidents = listOf("incident", 4, 0);
const exhibits = listOf("exhibit", 7, 10);
const facts = { incidents, exhibits, codes: new Map(incidents.options.map(({ id, code }) => [id, code])) };

const offence = (key: string): NamedOffenceView => ({
  key,
  title: key,
  citation: `s ${key}`,
  maxPenalty: "A fine",
  inForceFrom: null,
  note: null,
  inForce: true,
  sources: [],
  notCarried: [],
});
const element = (side: "home" | "there", at: number, incidentIds: string[] = []): ElementView => ({
  side,
  key: String(at),
  element: at,
  text: `what is asked ${at}`,
  incidentIds,
  exhibitIds: [],
  incidents: incidentIds.map(() => "I-2"),
  exhibits: [],
  note: null,
  offered: [],
  declined: [],
  gap: incidentIds.length === 0,
});
const charge: ChargeView = {
  id: idOf(50),
  number: 1,
  home: offence("15"),
  there: offence("875"),
  elements: [
    element("home", 0, [idOf(1)]),
    element("home", 1),
    element("home", 2),
    element("home", 3),
    element("there", 0),
    element("there", 1),
    element("there", 2),
    element("there", 3),
  ],
  pairing: null,
  gaps: 7,
  namedBy: "Thandi Fictional",
  namedAt: new Date("2026-11-24T09:00:00Z"),
};

describe("facts are linked to one element at a time", () => {
  const drawn = (part?: string) => renderToStaticMarkup(<ChargePanel {...{ caseId, charge, sides, facts, part }} />);
  const boxes = (html: string) => [...html.matchAll(/type="checkbox"/g)].length;

  test("an offence with eight elements, four incidents and seven exhibits draws one group of boxes, not eight", () => {
    // And one box of the form that removes the charge.
    expect(boxes(drawn("there-2"))).toBe(12);
    expect(drawn("there-2")).toMatch(/name="answers\.0\.side" value="there"/);
    expect(drawn("there-2")).toMatch(/name="answers\.0\.key" value="2"/);
  });

  test("an act that may bear on the element is named under it, and the form asks why it is not relied on", () => {
    const [first, ...rest] = charge.elements;
    if (!first) throw new Error("the charge has elements");
    const declined = [{ id: idOf(3), code: "I-4", why: "It is of another sender." }];
    const offering = { ...first, offered: [{ id: idOf(2), code: "I-3" }], declined };
    const open = { ...charge, elements: [offering, ...rest] };
    const html = renderToStaticMarkup(<ChargePanel {...{ caseId, sides, facts }} charge={open} part="home-0" />);
    expect(html).toContain("I-4 is not relied on: It is of another sender.");
    expect(html).toMatch(new RegExp(`name="answers\\.0\\.declined\\.${idOf(2)}"`));
    expect(html).toMatch(
      new RegExp(`name="answers\\.0\\.declined\\.${idOf(3)}"[^>]*value="It is of another sender\\."`),
    );
    expect(html).toContain("Why I-3 is not relied on");
  });

  test("the form stands under its element, and its address names it", () => {
    const html = drawn("home-1");
    expect(html.indexOf("what is asked 1")).toBeLessThan(html.indexOf('id="tie-1"'));
    expect(html.indexOf('id="tie-1"')).toBeLessThan(html.indexOf("what is asked 2"));
    expect(html).toContain(linkHref(caseId, 1, "home-2").replace(/&/g, "&amp;"));
  });

  test("what is opened takes focus where it stands, and each way to it says of which offence", () => {
    expect(drawn("home-1")).toMatch(
      /<section id="tie-1" tabindex="-1" aria-label="South Africa, element 2: what is asked 1"/,
    );
    const closed = renderToStaticMarkup(<ChargePanel {...{ caseId, charge, sides, part: undefined }} facts={null} />);
    const way = linkHref(caseId, 1, "home-1").replace(/&/g, "&amp;");
    expect(closed).toContain(`aria-label="Link evidence to the elements of s 15" href="${way}"`);
    expect(closed).toContain("Remove s 15</summary>");
  });

  test("without a name it is the first gap, and the way leads on to the next one, round", () => {
    const questions = questionsOf(charge, sides);
    expect(askedOf(questions, undefined)?.part).toBe("home-1");
    expect(askedOf(questions, "nowhere")?.part).toBe("home-1");
    expect(nextOpen(questions, "home-1")?.part).toBe("home-2");
    expect(nextOpen(questions, "there-3")?.part).toBe("home-1");
    expect(nextOpen(questions.slice(0, 1), "home-0")).toBeUndefined();
  });
});

describe("the picker of facts", () => {
  const picker = (state: FormState) =>
    renderToStaticMarkup(
      <FormContext value={{ state, pending: false, sent: null, prefix: "f" }}>
        <FactPicker
          name="answers.0.incidents"
          list={incidents}
          linked={[idOf(1)]}
          codes={facts.codes}
          label="Incidents that support it"
          one="incident"
          example="I-3"
        />
      </FormContext>,
    );
  const ticked = (html: string) => [...html.matchAll(/name="answers\.0\.incidents\.([^"]+)"[^>]*checked/g)];

  test("without script it has every box, and shows what is linked", () => {
    const html = picker({ status: "idle", fields: {}, values: {} });
    expect(ticked(html).map(([, id]) => id)).toEqual([idOf(1)]);
    expect(html).toMatch(/fchip[^>]*><b>I-2<\/b>/);
    // How many are linked is read out when it changes, and no button with it.
    expect(html).toContain('role="status">1 incident linked</p>');
    expect(html).not.toContain('type="search"');
  });

  test("after a failed try it stands as it was sent", () => {
    const values = { [`answers.0.incidents.${idOf(3)}`]: "on" };
    const html = picker({ status: "failed", message: "No", fields: {}, values });
    expect(ticked(html).map(([, id]) => id)).toEqual([idOf(3)]);
  });

  test.each([
    ["", true],
    ["i-3", true],
    ["MESSAGE said", true],
    ["photograph", false],
  ])("%j narrows to it: %s", (typed, yes) => {
    expect(fitsFact({ id: "x", code: "I-3", label: "Threat: said in a message" }, typed)).toBe(yes);
  });
});
