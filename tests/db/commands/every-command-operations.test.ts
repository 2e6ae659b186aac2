import { askArea } from "@/tests/support/commands/ask-area";
import { operations } from "@/tests/support/commands/operations";

await askArea("operations", operations);
