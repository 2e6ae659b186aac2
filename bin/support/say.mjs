const terminal = process.stdout.isTTY && !process.env.CI;

/** A failure with what to do next, shown without a stack. */
export class Trouble extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/**
 * Runs one stage with a progress line, and says how long it took. `work` is given a function by which it says how far it is,
 * such as "3 of 12".
 */
export async function stage(title, work) {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  let far = "";
  const line = () => `\r  ${title} ... ${far === "" ? "" : `${far}, `}${seconds()} s `;
  const ticking = terminal && setInterval(() => process.stdout.write(line()), 500);
  if (!terminal) console.log(`  ${title} ...`);
  try {
    const value = await work((said) => {
      far = said;
    });
    if (terminal) process.stdout.write("\r\u001b[K");
    console.log(`✓ ${title} (${seconds()} s)`);
    return value;
  } catch (error) {
    if (terminal) process.stdout.write("\r\u001b[K");
    console.error(`✗ ${title} failed after ${seconds()} s`);
    throw error;
  } finally {
    if (ticking) clearInterval(ticking);
  }
}

/** Prints what went wrong and what to do about it. A stack only for unexpected errors. */
export function explain(error) {
  console.error(`\n${error instanceof Trouble ? error.message : (error?.stack ?? error)}`);
  console.error(
    `\nWhat to do: ${error?.advice ?? 'run "npm run doctor", which checks each part and says what to do.'}\n`,
  );
}

/** The last lines of a program's output, for a message. */
export const tail = (text, lines = 40) => text.trimEnd().split("\n").slice(-lines).join("\n");
