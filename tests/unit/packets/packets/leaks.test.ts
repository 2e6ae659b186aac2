import { describe, expect, test } from "vitest";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import {
  findLeakedFields,
  guessedSecrets,
  leakLines,
  type Secret,
  sharesWords,
} from "@/lib/packets/packets/snapshot/leaks";
import { exhibitsIn } from "@/lib/packets/packets/snapshot/releases";
import { snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { type PacketKindKey, packetKindKeys } from "@/lib/packets/packets/types";
import { snapshotWithNames } from "@/tests/support/chance-names";
import { goldenSnapshot, inventedPair } from "@/tests/support/golden-snapshot";
import { type SamplePair, sampleOfKind } from "@/tests/support/sample-kinds";
import { sampleSnapshot } from "@/tests/support/sample-snapshot";
import { harmless, protectedClient, spellings } from "@/tests/support/spellings";

const secrets: readonly Secret[] = protectedClient;
/** Where chance made a name of three letters and one of six. */
const hash = "3ada9f01b2d33dee7b24d4977c018ada2f40b3facade1e5c07f92de36a1b05c9";
const uuid = "01a2b3ad-4ee9-4ada-8ada-9facade1c2d3";
const kinds = (text: string, of: readonly Secret[] = secrets) =>
  findLeakedFields({ text }, of).map((leak) => leak.what);

describe("findLeakedFields", () => {
  test("has more than a hundred spellings to look for", () => {
    expect(spellings.length).toBeGreaterThan(100);
  });

  test.each(spellings)("finds %j", (text, kind) => {
    expect(kinds(`He wrote: ${text} and more.`)).toContain(kind);
  });

  test.each(
    "zero oh nul nought null/one een/two twee/three drie/four vier/five vyf/six ses/seven sewe/eight agt/nine nege"
      .split("/")
      .flatMap((words, digit) => words.split(" ").map((word) => [word, digit] as const)),
  )("hears %s in a number", (word, digit) => {
    const phone: Secret = { kind: "phone number", value: `082 1${digit}1 2112` };
    expect(kinds(`call 082 1 ${word} 1 2112`, [phone])).toEqual(["phone number"]);
    expect(kinds(`call 082 1 a${word}s 1 2112`, [phone])).toEqual([]);
  });

  test.each(harmless)("leaves alone %j", (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test.each([
    ["Pieter van der Merwe", "P. van der Merwe", true],
    ["Pieter van der Merwe", "van der Merwe, Pieter", true],
    ["Pieter van der Merwe", "pvandermerwe", false],
    ["Pieter van der Merwe", "the van der Walt family", false],
    ["Grace May", "Grace May", true],
    ["Grace May", "G. May", true],
    ["Grace May", "with grace, it may be so", false],
    ["Nomsa Voorbeeld", "dit is ’n voorbeeldige dag", false],
    ["Ian Oman", "Christian Omani", false],
    ["Ian Oman", "ian.oman@x.example", true],
    ["Søren Łukasz", "soren lukasz", true],
    ["王小明", "他是王小明说的。", true],
    ["李四", "他是王小明说的。", false],
    ["محمد عبد الله", "كتب محمد عبد الله هنا", true],
    ["Any", "the client lives in Anytown", false],
    ["Any", "see Any here", true],
    ["Nomsa Voorbeeld", "Nomsaʼs phone", true],
    ["Νίκος Κίκος", "ΝΙΚΟΣ ΚΙΚΟΣ", true],
    ["Ada", hash, false],
    ["Ada", `the file ${hash.slice(0, 32)}.jpg, ${hash.slice(0, 40)}`, false],
    ["Ada Facade", `https://x.example/${uuid}`, false],
    ["Ada", `${hash} is of Ada`, true],
    ["Ada", `ada-${hash}.jpg`, true],
    ["Ada", "ada1990 or Ada_1", true],
    ["Ada", "3ada9f01 b2d33dee", true],
    ["Ada", `ada${hash.slice(0, 30)}`, true],
    ["Ada", Buffer.from("I know Ada here.").toString("hex"), true],
  ])("%s in %j: %s", (value, text, found) => {
    expect(kinds(text, [{ kind: "name", value }]).length > 0).toBe(found);
  });

  test.each([
    ["Flat 3, 9 Nêrens Road, Town", "9 Nerens Rd", true],
    ["Flat 3, 9 Nêrens Road, Town", "flat 3 was empty", false],
    ["Cnr Nergens and Ander Street, Town", "corner of Nergens & Ander St", true],
    ["PO Box 147, Town", "P.O. Box 147", true],
    ["12 Main Road, Town 8001", "Town 8001", false],
    ["12 Main Road, Town 8001", "12 Main Rd", true],
  ])("the address %s in %j: %s", (value, text, found) => {
    expect(kinds(text, [{ kind: "address", value }]).length > 0).toBe(found);
  });

  test.each([
    ["name", "N0mvu1a Voorbeeld is here"],
    ["name", "ask n0mvul4 yourself"],
    ["name", "V00rb33ld"],
    ["name", "Nomvul@"],
    ["name", "I know Nomvulla well"],
    ["name", "that Voorbeld woman"],
    ["name", "Nomvlua again"],
    ["name", "Nom vula is hers"],
    ["name", "voor beeld"],
    ["phone number", "O82 OOO O147"],
    ["phone number", "call o82ooool47"],
    ["phone number", "zero eight two zero zero zero zero one four seven"],
    ["phone number", "oh eight two, triple oh, oh one four seven"],
    ["phone number", "nul agt twee nul nul nul nul een vier sewe"],
    ["address", "she is in Nergens Street"],
    ["address", "Nergensstraat"],
    ["address", "she lives in Voorbeeldfontein"],
    ["address", "jy bly in Voorbeeldfontein"],
    ["code word", "say Blue Kettle first"],
    ["code word", "bluekettle"],
  ])("finds the %s in %j", (kind, text) => {
    expect(kinds(text, [...secrets, { kind: "code word", value: "blue kettle" }])).toContain(kind);
  });

  test.each([
    "Nomvela and Nomfundo are other people here: Nomsa, Voorpos, Beeld",
    "voorbeeldige",
    "one two three four five six seven eight nine",
    "the 1st of 4 cases, 0 of 10, and 7 days",
    "Main Street",
    "a kettle, and another that is blue",
    "W1tness A1 and E-04",
  ])("and still leaves alone %j", (text) => {
    const main: Secret = { kind: "address", value: "12 Main Street, Othertown" };
    const given: Secret = { kind: "name", value: "Nomvula Thandi Voorbeeld" };
    expect(
      kinds(text.replace("Nomvela and ", ""), [
        given,
        ...secrets.slice(1, 3),
        main,
        { kind: "code word", value: "blue kettle" },
      ]),
    ).toEqual([]);
  });

  test("a code word of one everyday word counts where the client speaks, not where an office is named", () => {
    const word: readonly Secret[] = [{ kind: "code word", value: "protea" }];
    expect(findLeakedFields({ incidents: [{ words: "he typed Protea." }] }, word)).toHaveLength(1);
    expect(findLeakedFields({ holders: [{ holder: "Protea Glen station" }] }, word)).toEqual([]);
  });

  test.each([
    ["Nomi V", "that was Nomi again", true],
    ["Nomi V", "nomi_v", true],
    ["Nomi V", "nominal, nomination", false],
    ["nomi.lula_88", "on nomilula88 he wrote", true],
    ["nomi.lula_88", "88 messages", false],
    ["Lulu 🌸", "he called her LULU", true],
    ["Lulu 🌸", "Lulubelle", false],
    ["Rose", "roses, and a rose", false],
    ["Me", "he wrote to me", false],
    ["You", "you and I", false],
    ["🌸", "🌸", false],
  ])("the chat name %s in %j: %s", (value, text, found) => {
    expect(kinds(text, [{ kind: "chat name", value }])).toEqual(found ? ["chat name"] : []);
  });

  test("a chat name of one word may be a place where offices are named; one of two words may not", () => {
    const [one, two] = ["Protea", "Protea Pie"].map((value): Secret[] => [{ kind: "chat name", value }]);
    const holders = [{ holder: "Protea Glen station; ask Protea Pie" }];
    expect(findLeakedFields({ holders }, one ?? [])).toEqual([]);
    expect(findLeakedFields({ holders }, two ?? [])).toEqual([{ path: "holders.0.holder", what: "chat name" }]);
  });

  test("lets a unit be named as a family is, and not a whole name", () => {
    const where = (holder: string) => findLeakedFields({ holders: [{ holder }] }, secrets);
    expect(where("Captain, NCB desk, Voorbeeld")).toEqual([]);
    expect(where("Det. Sgt N. Voorbeeld")).toEqual([]);
    expect(where("Nomvula Voorbeeld")).toEqual([{ path: "holders.0.holder", what: "name" }]);
  });

  describe("the client of whose name an office has a word", () => {
    const client: readonly Secret[] = [
      { kind: "name", value: "Thandeka Mahlangu" },
      { kind: "address", value: "14 Mahlangu Street, Sometown" },
    ];
    const renamed = (kind: PacketKindKey, pair: SamplePair) => {
      const text = JSON.stringify(sampleOfKind(kind, pair)).replaceAll("Voorbeeldfontein", "Mahlangu Street");
      const snapshot = snapshotSchema.parse(JSON.parse(text));
      const results = runPreflight(snapshot, client).map((line) => ({ ...line, override: null }));
      return { ...snapshot, preflight: { checkedAt: snapshot.packet.builtAt, checklistVersion: 1, results } };
    };

    test.each(packetKindKeys.flatMap((kind) => (["ZA-US", "US-ZA"] as const).map((pair) => [kind, pair] as const)))(
      "has a packet built: %s, %s",
      (kind, pair) => {
        const snapshot = renamed(kind, pair);
        expect(findLeakedFields(snapshot, client)).toEqual([]);
        expect(sharesWords(snapshot, client)).toBe(true);
        expect(sharesWords(sampleOfKind(kind, pair), client)).toBe(false);
      },
    );

    test("is protected everywhere but in the name of the office, and the check says that it knows it", () => {
      const snapshot = renamed("interpol_briefing", "ZA-US");
      const written = (words: string) =>
        findLeakedFields({ ...snapshot, case: { ...snapshot.case, matter: words } }, client).map(({ what }) => what);
      expect(written("Sworn at SAPS Mahlangu Street and at the Mahlangu Street Magistrate’s Court.")).toEqual([]);
      expect(written("Investigating officer, SAPS Mahlangu Street")).toEqual([]);
      // The place alone, beside an office, and a whole name or address in it.
      expect(written("He waits in Mahlangu Street.")).toEqual(["name", "address"]);
      expect(written("Mahlangu Street Court, the flats")).toEqual(["name", "address"]);
      expect(written("Mahlangu reported it at SAPS Mahlangu Street.")).toEqual(["name"]);
      expect(written("Ask Thandeka at SAPS Mahlangu Street.")).toEqual(["name"]);
      expect(written("SAPS, 14 Mahlangu Street")).toEqual(["name", "address"]);
      expect(written("SAPS Mahlangu Street, Thandeka Mahlangu")).toEqual(["name"]);
      const line = (of: readonly Secret[]) =>
        runPreflight({ ...snapshot, preflight: null }, of).find(({ reason }) => reason.includes("No protected value"));
      expect(line(client)?.reason).toContain("holds a word that is also the client’s");
      expect(line(client)?.reason).not.toContain("Mahlangu");
      expect(line(secrets)?.reason).not.toContain("holds a word");
    });
  });

  test("says where it stands and never what it is", () => {
    const found = findLeakedFields({ incidents: [{ words: "x" }, { words: "for Nomvula" }] }, secrets);
    expect(found).toEqual([{ path: "incidents.1.words", what: "name" }]);
  });

  test("looks at names that people gave, not at the names of fields", () => {
    expect(findLeakedFields({ asks: { "nomvula voorbeeld": 1 } }, secrets)).toHaveLength(1);
    expect(findLeakedFields({ text: 1 }, [{ kind: "name", value: "Text" }])).toEqual([]);
  });

  test("finds a value in the middle of a long text and across its pieces", () => {
    const long = "words and more words. ".repeat(9000);
    for (const at of [65_100, 65_500, 65_536, 100_000]) {
      expect(kinds(`${long.slice(0, at)} 14 Nergens Street ${long.slice(at)}`)).toEqual(["address"]);
    }
  });

  test("finds nothing in the packets of the invented case", () => {
    const clean = ["ZA-US", "US-ZA", inventedPair].flatMap((pair) =>
      packetKindKeys.map((kind) => goldenSnapshot(kind, pair)),
    );
    expect([sampleSnapshot(), ...clean].flatMap((snapshot) => leakLines(snapshot, secrets))).toEqual([]);
  });
});

test("what a program wrote into a snapshot is nobody's name: check word, hashes, ids of covers", () => {
  const snapshot = snapshotWithNames("Ada");
  expect(JSON.stringify(snapshot)).toMatch(/ADA1.*[0-9]ada[0-9]/s);
  const ada: Secret[] = [{ kind: "name", value: "Ada" }];
  expect(leakLines(snapshot, ada)).toEqual([]);
  const changed = { ...snapshot, case: { ...snapshot.case, matter: "Threats against Ada" } };
  expect(leakLines(changed, ada)).toEqual(["What the matter is: contains the client’s name"]);
});

describe("guessedSecrets", () => {
  test.each([
    ["Nomvula Voorbeeld", "name"],
    ["nomvula@client.example", "e-mail address"],
    ["+27 82 000 0147", "phone number"],
    ["082 000 0147", "phone number"],
    ["8801010000080", "identity number"],
    ["A1234567", "identity number"],
    ["14 Nergens Street", "address"],
  ])("%s is a %s", (value, kind) => {
    expect(guessedSecrets([value])[0]?.kind).toBe(kind);
  });
});

describe("exhibitsIn", () => {
  const all = ["E-01", "E-02", "E-03", "E-04", "E-05"];
  test.each([
    ["All exhibits", all],
    ["E-01 to E-03, E-05", ["E-01", "E-02", "E-03", "E-05"]],
    ["exhibit E4 only", ["E-04"]],
    ["the sworn statement", []],
  ])("%s", (items, expected) => {
    expect(exhibitsIn(items, all)).toEqual(expected);
  });
});
