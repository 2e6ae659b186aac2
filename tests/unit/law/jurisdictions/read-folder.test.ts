import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { findChecklist, houseLawWith } from "@/lib/law/jurisdictions/rules";
import { scratchFolder } from "@/tests/support/files";

const scratch = await scratchFolder();
afterAll(scratch.remove);
const dir = join(scratch.path, "law");
const playbook = join(dir, "pairs/XA-XB/playbook.json");

beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  cpSync("tests/fixtures/law-invented", dir, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the data wherever it likes
type Json = any;

function change(file: string, edit: (data: Json) => void): void {
  const data = JSON.parse(readFileSync(file, "utf8"));
  edit(data);
  writeFileSync(file, JSON.stringify(data));
}

function messageOf(): string {
  try {
    houseLawWith(dir);
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing";
}

test("a whole folder is laid beside the release", () => {
  const law = houseLawWith(dir);
  const alone = houseLawWith(undefined);
  expect(law.playbooks.map((playbook) => playbook.pair)).toEqual([
    ...alone.playbooks.map((playbook) => playbook.pair),
    "XA-XB",
  ]);
  expect(law.agencies).toHaveLength(alone.agencies.length + 1);
  expect(Object.keys(law.calendars).toSorted()).toEqual(["US", "XA", "ZA"]);
});

test("the same in YAML, by country, in an order of its own, with the steps in files beside the playbook", () => {
  const before = houseLawWith(dir);
  const write = (place: string, data: unknown) => {
    const file = join(dir, `${place}.yaml`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `# A note for people\n${stringify(data)}`);
  };
  for (const name of readdirSync(dir).filter((value) => value.endsWith(".json"))) {
    write(`xa/${name.replace(".json", "")}`, JSON.parse(readFileSync(join(dir, name), "utf8")));
    rmSync(join(dir, name));
  }
  const { steps, ...book } = JSON.parse(readFileSync(playbook, "utf8"));
  rmSync(playbook);
  write("pairs/XA-XB/playbook-3", book);
  const [first, ...others] = Object.keys(steps);
  write("pairs/XA-XB/playbook-3/later", Object.fromEntries(others.map((key) => [key, steps[key]])));
  write("pairs/XA-XB/playbook-3/sooner", { [first ?? ""]: steps[first ?? ""] });
  write("pairs/XA-XB/playbook-3/order", ["sooner"]);
  expect(houseLawWith(dir)).toEqual(before);
  expect(Object.keys(houseLawWith(dir).playbooks.at(-1)?.steps ?? {})).toEqual(Object.keys(steps));
});

describe("checklists of a pair", () => {
  const file = join(dir, "pairs/XA-XB/checklists.json");
  const row = { rule: "Some rule", source: "Book of Hooting", mark: "V", section: "1" };
  const list = {
    kind: "docket_pack",
    version: 1,
    approvalLine: "D-02",
    lines: [
      { ...row, id: "D-01", check: "number_or_state", with: { types: ["other"] }, field: "reference" },
      { ...row, id: "D-02", check: "approved_by_second", field: "packet.approved_by" },
    ],
  };
  const wrong = (edit: (data: Json) => void) => {
    const data = structuredClone([list]);
    edit(data);
    writeFileSync(file, JSON.stringify(data));
    return messageOf();
  };

  test("are read, and the other kinds keep those of every pair", () => {
    writeFileSync(file, JSON.stringify([list]));
    const law = houseLawWith(dir);
    expect(findChecklist("docket_pack", "XA-XB", law).lines.map((line) => line.id)).toEqual(["D-01", "D-02"]);
    expect(findChecklist("mla_dossier", "XA-XB", law).lines.length).toBeGreaterThan(20);
    expect(() => findChecklist("no_such_kind", "XA-XB", law)).toThrow("no checklist for a packet of the kind");
  });

  test.each<[string, RegExp, (data: Json) => void]>([
    ["a question that nobody can answer", /lines\[0\]\.check: /, (data) => (data[0].lines[0].check = "hoots")],
    ["an argument that is missing", /lines\[0\]\.with\.types: /, (data) => (data[0].lines[0].with = {})],
    ["an argument too many", /lines\[1\]\.with: /, (data) => (data[0].lines[1].with = { loud: true })],
    ["a line that stands twice", /lines: D-02 stands twice/, (data) => data[0].lines.push(data[0].lines[1])],
    ["no line for approval", /approvalLine: names no line/, (data) => (data[0].approvalLine = "D-01")],
  ])("%s stops the start", (_, reason, edit) => {
    expect(wrong(edit)).toMatch(new RegExp(`^${file}: \\[0\\]\\.${reason.source}`));
  });

  test("a law source that the pair does not list stops the start", () => {
    expect(wrong((data) => (data[0].lines[0].law = ["L99"]))).toMatch(/line D-01: no law source L99$/);
  });

  test("the same version twice stops the start", () => {
    expect(wrong((data) => data.push(data[0]))).toMatch(/checklist XA-XB docket_pack version 1 stands twice$/);
  });
});

describe("a broken folder says file, path and reason in one line", () => {
  test("a folder that is not there", () => {
    expect(() => houseLawWith("/no/such/law")).toThrow("/no/such/law: no such folder");
  });

  test("a file that is no JSON", () => {
    writeFileSync(join(dir, "clocks.json"), '[{"code": "X-HAIL",\n}]');
    expect(messageOf()).toMatch(new RegExp(`^${dir}/clocks.json: not JSON: .+$`));
  });

  test("a clock of no length", () => {
    change(join(dir, "clocks.json"), (clocks) => {
      clocks[0].limit.amount = 0;
    });
    expect(messageOf()).toMatch(new RegExp(`^${dir}/clocks.json: \\[0\\]\\.limit\\.amount: Too small.+$`));
  });

  test("a step without its guidance", () => {
    change(playbook, (book) => {
      delete book.steps.seal.guidance;
    });
    expect(messageOf()).toMatch(new RegExp(`^${playbook}: steps\\.seal\\.guidance: Invalid input: expected array.+$`));
  });

  test("a step that names a body nobody knows", () => {
    change(playbook, (book) => {
      book.steps.seal.agencies = ["nobody"];
    });
    expect(messageOf()).toBe(`law data: ${playbook}: playbook XA-XB version 3, step seal: no agency nobody`);
  });

  test("a clock without its calendar", () => {
    writeFileSync(join(dir, "calendars.json"), "{}");
    expect(messageOf()).toBe(`law data: ${dir}/clocks.json: clock X-HAIL: no calendar XA`);
  });

  test("a holiday that does not exist, and a calendar that the release has already", () => {
    change(join(dir, "calendars.json"), (calendars) => {
      calendars.XA.proclaimed = [{ on: "2026-02-30", name: "Never" }];
    });
    expect(messageOf()).toBe(`${dir}/calendars.json: XA.proclaimed[0].on: must be a real date, such as 2026-11-04`);
    change(join(dir, "calendars.json"), (calendars) => {
      calendars.XA.proclaimed = [];
      calendars.ZA = calendars.XA;
    });
    expect(messageOf()).toBe("law data: calendar ZA stands twice");
  });

  test("a paper with a word in braces that nobody fills", () => {
    change(join(dir, "documents/telling.json"), (paper) => {
      paper.blocks[0].text = "About {client.shoeSize}";
    });
    expect(messageOf()).toBe(
      `law data: ${dir}/documents/telling.json: document xa-telling: no token {client.shoeSize}`,
    );
  });

  test("a step whose paper nobody wrote", () => {
    rmSync(join(dir, "documents"), { recursive: true });
    expect(messageOf()).toBe(`law data: ${playbook}: playbook XA-XB version 3, step tell-warden: no paper telling`);
  });

  test("a pairing that names an element too many", () => {
    change(join(dir, "pairs/XA-XB/dual-criminality.json"), (rows) => {
      rows[0].elements[1].metBy = ["home_element:7"];
    });
    expect(messageOf()).toMatch(/dual-criminality.json: pairing xa-hooting-din: offence xa-hooting has no element 7$/);
  });

  test("elements and keys that are not as many, and a row of the table that names what is not there", () => {
    change(join(dir, "offences.json"), (offences) => {
      offences[0].elementKeys = ["only-one"];
    });
    change(join(dir, "pairs/XA-XB/dual-criminality.json"), (rows) => {
      rows[0].answers = [{ home: ["nowhere"], closes: "the warden" }];
    });
    expect(messageOf()).toMatch(/offences.json: offence xa-\S+: \d elements and 1 keys/);
    expect(messageOf()).toMatch(/pairing xa-hooting-din: answers: no home nowhere/);
  });

  test("a key that the release has already", () => {
    change(join(dir, "agencies.json"), (agencies) => {
      agencies[0].key = "ic3";
    });
    expect(messageOf()).toMatch(new RegExp(`${dir}/agencies.json: agency ic3 stands twice`));
  });

  test("a pair in the wrong folder, and a file with a misspelt name", () => {
    change(playbook, (book) => {
      book.pair = "XA-XC";
    });
    expect(messageOf()).toBe(`${playbook}: pair: is XA-XC, but the folder is XA-XB`);
    writeFileSync(join(dir, "clock.json"), "[]");
    expect(messageOf()).toBe(`${dir}/clock.json: law is not read from such a file`);
  });

  test("a file that is no YAML, with the line", () => {
    writeFileSync(join(dir, "platforms.yaml"), "- key: x\n  name: [X\n");
    expect(messageOf()).toMatch(new RegExp(`^${dir}/platforms.yaml: not YAML: .+ line 3`));
  });

  test("a step in a file of its own, a name that nobody gave, and a file with two endings", () => {
    const steps = join(dir, "pairs/XA-XB/playbook/more.yaml");
    mkdirSync(dirname(steps), { recursive: true });
    writeFileSync(steps, "hoot: { key: hoot, side: nowhere }\n");
    expect(messageOf()).toMatch(new RegExp(`^${steps}: hoot\\.title: Invalid input`));
    writeFileSync(steps, "hoot: { use: nobody }\n");
    expect(messageOf()).toBe(`${steps}: use: nothing is called nobody`);
    rmSync(steps);
    writeFileSync(join(dir, "clocks.yaml"), "[]\n");
    expect(messageOf()).toBe(`${dir}/clocks.yaml: stands twice, with two endings`);
  });

  test("an order that names what is not there, and words that are those of the release", () => {
    writeFileSync(join(dir, "order.yaml"), "- zb\n");
    expect(messageOf()).toBe(`${dir}/order.yaml: must be a list of what lies in this folder, without the endings`);
    rmSync(join(dir, "order.yaml"));
    mkdirSync(join(dir, "words"));
    const about = "about: { source: unknown, marks: unknown, checkedOn: unknown }";
    writeFileSync(join(dir, "words/certificates.yaml"), `${about}\nsentences: { draft: Hoots. }\n`);
    expect(messageOf()).toBe(`${dir}: words/certificates: these words are those of the release`);
  });
});

describe("the start", () => {
  const start = (folder: string) =>
    spawnSync(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "lib/law/jurisdictions/read-at-start.ts"],
      {
        env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", LAW_DIR: folder, NODE_ENV: "production" },
        encoding: "utf8",
      },
    );

  test("goes on with law that can be read", { timeout: 30_000 }, () => {
    expect(start(dir)).toMatchObject({ status: 0, stderr: "" });
    expect(start("")).toMatchObject({ status: 0, stderr: "" });
  });

  test("ends with one line for law that cannot", { timeout: 30_000 }, () => {
    change(playbook, (book) => {
      book.levels = [];
    });
    const { status, stderr } = start(dir);
    expect(status).toBe(1);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(new RegExp(`^${playbook}: levels: Too small`));
  });
});
