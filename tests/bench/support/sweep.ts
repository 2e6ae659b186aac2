import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";

// A process of its own for one round, so that the peak of its memory is that of the round and of nothing else.
const [orgId = "", warmUp = ""] = process.argv.slice(2);
// A small organisation first: what the libraries and the compiled code take is not what the round takes.
await sweepClocks(jobCtx(warmUp));
const startMb = process.memoryUsage().rss / 1_048_576;
let peakMb = startMb;
const watch = setInterval(() => {
  peakMb = Math.max(peakMb, process.memoryUsage().rss / 1_048_576);
}, 50);
const began = performance.now();
const round = await sweepClocks(jobCtx(orgId));
const seconds = (performance.now() - began) / 1000;
clearInterval(watch);
console.log(JSON.stringify({ ...round, seconds, aboveStartMb: Math.max(0, peakMb - startMb) }));
process.exit(0);
