import { assemblePacket } from "@/lib/packets/assembly/assemble-packet";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { sampleSnapshot } from "@/tests/support/sample-snapshot";

const snapshot = sampleSnapshot();
const long = "The sender wrote this again and again, and more besides. ".repeat(30);
const [charge] = snapshot.charges;
const t = performance.now();
const packet = await collectBytes(
  assemblePacket(
    {
      ...snapshot,
      incidents: snapshot.incidents.map((incident) => ({ ...incident, words: long, key: true })),
      events: snapshot.events.map((event) => ({ ...event, what: long, knowledge: true })),
      charges: Array.from({ length: 12 }, (_, i) => ({ ...charge!, provision: `Cybercrimes Act, offence ${i + 1}` })),
      case: {
        ...snapshot.case,
        urgent: [{ text: long, sources: ["I-1"] }],
        weak: [{ text: long, sources: ["I-1"] }],
      },
    },
    [],
  ),
);
console.log(performance.now() - t, packet.pages, packet.size);
