// For a container's own check: ends with 0 when the web server here answers and its database too.
const port = process.env.PORT || "3000";
const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(4_000) }).catch(
  () => null,
);
process.exitCode = answer?.ok ? 0 : 1;
