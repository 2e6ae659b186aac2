import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run packet -- --case CODE --kind KIND --out DIR [--demo]`: builds a packet of the current case into a folder,
 * with the product's own pipeline. It is marked as not approved. Can run alongside a running Crossdocket.
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
