import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, mono, newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { AnnexSnapshot } from "../../snapshot/snapshot-annex";
import { cells, particulars, subheading, table } from "../section";
import { joinLines } from "../short/words";
import { labelled, para, sourcesOf } from "../source-column";
import { formatDate, grouped, isolated } from "../words";

/** Sections 1 and 2: the person behind each code, and where the client may be found. */
export function annexKey({ client, clientIds, people, org, packet }: AnnexSnapshot): Block[] {
  const rows: Row[] = [
    labelled(`Client ${client.code}`, [
      client.name ? strong(isolated(client.name)) : "Name not recorded",
      `. ${client.isMinor ? "Under 18." : "Adult."}`,
    ]),
    labelled("Identity number", client.identityNumber ?? "not recorded"),
    labelled(
      "Address",
      client.address
        ? `${isolated(client.address)}. Protected: leave out of every order and every copy.`
        : "not recorded",
    ),
    labelled("Phone", client.phone ? `${client.phone}. Only as section 3 says.` : "not recorded"),
    labelled("E-mail", client.email ? `${client.email}. Only as section 3 says.` : "not recorded"),
    ...people.map((person) => labelled(person.code, `${isolated(person.name)}, ${person.does}`)),
  ];
  return [
    subheading("1", "Key to the codes"),
    table(
      [
        [34, "Code"],
        [136, "Who"],
      ] as const,
      rows,
    ),
    subheading("2", "Client’s own account ids"),
    ...clientIds.map(({ platform, id }) => para([`${platform}: `, mono(id), "."], ["client record"])),
    para(
      `${clientIds.length > 0 ? "The client’s other own accounts" : "The client’s own accounts"} are not recorded by ${org.name}. A provider that needs them asks through the liaison desk, quoting ${packet.no}.`,
      ["client record"],
    ),
    { b: "fields", rows: [[{ label: "Provider, immutable id, handle, as the client gives them" }]] },
  ];
}

/** Section 3: the one way to reach the client. The code word itself is told by phone. */
export function annexContact({ safeContact, org }: AnnexSnapshot): Block[] {
  const desk = joinLines([org.liaisonEmail, org.liaisonPhone]) || "contact not recorded";
  const head = subheading("3", "Safe contact");
  // A contact method not reviewed with the client is not agreed.
  if (!safeContact?.reviewedOn) {
    return [
      head,
      para(`No safe way is agreed. Contact the client only through the liaison desk, ${desk}.`, ["client record"]),
    ];
  }
  const { channel, hours, zone, voicemail, deviceSeenBy, hasCodeWord, never, subjectLine, reviewedOn } = safeContact;
  const nevers = [
    ...new Set([...never, ...(voicemail ? [] : ["no voicemail"])].map((line) => line.replace(/\.+$/, ""))),
  ];
  return [
    head,
    para(`Contact the client only in this way. It was last reviewed with the client on ${formatDate(reviewedOn)}.`, [
      "safe-contact record",
    ]),
    particulars(
      [
        labelled("First choice", `through the liaison desk, ${desk}`),
        labelled("Directly", `${channel}, ${hours} (${zone})`),
        labelled("Say", wordingText(subjectLine, hasCodeWord)),
        labelled("Never", nevers.length > 0 ? `${nevers.join("; ")}` : "nothing is recorded"),
        labelled("Who else sees it", deviceSeenBy || "not recorded"),
        labelled(
          "Court papers",
          "ask the liaison desk first: it can reach the client, and accepts no service for anybody",
        ),
      ],
      46,
    ),
  ];
}

function wordingText(subjectLine: string, hasCodeWord: boolean): string {
  const first = subjectLine ? `“${subjectLine}” and no more` : "nothing of the matter";
  return hasCodeWord
    ? `${first}. Say nothing of the matter until the client gives the code word, which the liaison desk tells you by phone.`
    : `${first}. No code word is agreed.`;
}

/** Section 4: which witness can testify to what. */
export function annexWitnesses({ witnesses, people }: AnnexSnapshot): Block[] {
  const rows = [
    ...witnesses.map((witness) => cells([strong(witness.code)], isolated(witness.who), witness.canSay)),
    ...people
      .filter((person) => person.does.includes("custody"))
      .map((person) => cells([strong(person.code)], "as above", person.does)),
  ];
  return [
    subheading("4", "Witnesses"),
    ...(rows.length === 0
      ? [para("No witness is recorded.", ["case record"])]
      : [
          table(
            [
              [24, "Code"],
              [66, "Who"],
              [80, "Can say"],
            ] as const,
            rows,
          ),
        ]),
  ];
}

/** Section 5: originals that are not in the served part, by their hashes, and how to see one. */
export function annexOriginals({ originals, org }: AnnexSnapshot): Block[] {
  const head = subheading("5", "Sealed originals");
  if (originals.length === 0)
    return [head, para("Every original travels with the served part; none is sealed.", ["custody ledger"])];
  const lines = (files: AnnexSnapshot["originals"][number]["files"]): Rich =>
    files.flatMap((file, i): Inline[] => [
      ...(i > 0 ? [newLine] : []),
      mono(grouped(file.sha256.slice(0, 32))),
      newLine,
      mono(grouped(file.sha256.slice(32))),
    ]);
  return [
    head,
    table(
      [
        [16, "Exhibit"],
        [46, "What"],
        [42, "Where it is, and why"],
        [66, "SHA-256 of the original"],
      ] as const,
      originals.map((original) =>
        cells([strong(original.code)], original.title, whereText(original), lines(original.files)),
      ),
    ),
    para(
      `${originals.some((original) => original.as) ? "What is attached to this annex goes nowhere without it. To see another" : "To see one"}: in person, at ${org.name}, the officer or prosecutor of the matter, signed below. It is not sent. A custody event is written.`,
      sourcesOf(originals.map((original) => original.code)),
    ),
    { b: "fields", rows: [[{ label: "Seen by (name, rank or office)" }, { label: "Date, signature" }]] },
  ];
}

function whereText({ as, why }: AnnexSnapshot["originals"][number]): string {
  return as ? `attached to this annex as ${as}: ${why}` : `kept by us: ${why}`;
}

/** Section 6: the slip on which the annex comes back. */
export function annexReturn({ openTo }: AnnexSnapshot): Block[] {
  return [
    subheading("6", "Return"),
    para(
      "When the matter ends, or the release ends or is revoked, return or destroy this annex and say so here.",
      sourcesOf([...new Set(openTo.map((receiver) => receiver.release)), "F19"]),
    ),
    { b: "fields", rows: [[{ label: "Returned or destroyed by" }, { label: "Date, signature" }]] },
  ];
}
