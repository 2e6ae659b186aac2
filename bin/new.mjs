import { spawnSync } from "node:child_process";
import { onNode24 } from "./support/node24.mjs";
import { inRoot, node24, root } from "./support/paths.mjs";

/**
 * `npm run new -- command casework/flags reopen`: writes the file of a command, its input, its row and its test, each with
 * what is left to say marked TODO, and brings the document of every input up to date.
 */
await onNode24(import.meta.url, async ([what, noun, verb, ...more]) => {
  const { Trouble } = await import("./support/say.mjs");
  if (what !== "command" || !noun || !verb || more.length > 0) {
    const example = "npm run new -- command casework/flags reopen";
    throw new Trouble("Say what is to be made: a command, of which noun, and its verb.", `for example: ${example}`);
  }
  const { newCommand } = await import("./support/new-command.mjs");
  const { written, name } = newCommand(root, noun, verb);
  for (const path of written) console.log(`✓ ${path}`);
  const args = ["run", "--project=architecture", "-u", "tests/architecture/documents.test.ts"];
  const done = spawnSync(node24, [inRoot("node_modules/vitest/vitest.mjs"), ...args, "-t", "inputs is what"], {
    cwd: root,
    encoding: "utf8",
  });
  if (done.status === 0) console.log("✓ docs/security/inputs.md");
  else console.log(`✗ docs/security/inputs.md: run "npx vitest ${args.join(" ")}" when the input is as you want it.`);
  console.log(
    `\nWhat is left to say is marked TODO; until then the test of ${name} fails. CONTRIBUTING.md goes on from here.`,
  );
  return 0;
});
