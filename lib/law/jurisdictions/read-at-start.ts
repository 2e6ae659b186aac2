/** Run by the launcher before anything else: law that cannot be read stops the start, with one line that says why. */
try {
  await import("./house-law");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

export {};
