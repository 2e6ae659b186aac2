import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run packet -- --case CODE --kind KIND --out DIR [--demo]`: builds a packet of a case as it stands, by the same
 * pipeline as the product, into a folder. Not approved, and it says so. May run beside a running Crossdocket.
 */
await onNode24(import.meta.url, async (words) => {
  const { writePacket } = await import("./support/write-packet.mjs");
  const after = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  return writePacket({
    demo: words.includes("--demo"),
    caseCode: after("--case"),
    kind: after("--kind"),
    out: after("--out"),
    asJson: words.includes("--json"),
  });
});
// What was adopted may still hold the event loop; everything is stopped by now.
process.exit();
