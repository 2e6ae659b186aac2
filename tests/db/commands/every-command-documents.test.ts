import { askArea } from "@/tests/support/commands/ask-area";
import { documents } from "@/tests/support/commands/documents";

await askArea("documents", documents);
