/** A source and the tests that are to notice when something in it is wrong. */
export type Target = { file: string; project: "unit" | "db" | "architecture"; tests: readonly string[] };

const unit = (file: string, ...tests: string[]): Target => ({ file, project: "unit", tests });

export const targets: readonly Target[] = [
  unit("lib/platform/crypto.ts", "tests/unit/crypto", "tests/unit/sealing/known-answers.test.ts"),
  unit(
    "lib/platform/sealing/format.ts",
    "tests/unit/sealing/sealing.test.ts",
    "tests/unit/sealing/known-answers.test.ts",
  ),
  unit(
    "lib/platform/sealing/seal-stream.ts",
    "tests/unit/sealing/sealing.test.ts",
    "tests/unit/sealing/known-answers.test.ts",
  ),
  unit(
    "lib/platform/sealing/open-range.ts",
    "tests/unit/sealing/sealing.test.ts",
    "tests/unit/sealing/known-answers.test.ts",
    "tests/unit/storage/resume.test.ts",
  ),
  unit("lib/platform/key-ring-text.ts", "tests/unit/runtime/sealed-kek.test.ts"),
  unit("lib/auth/totp.ts", "tests/unit/auth/totp.test.ts"),
  unit("lib/platform/network.ts", "tests/unit/auth/client-address.test.ts"),
  unit("lib/auth/device-family.ts", "tests/unit/auth/device-family.test.ts"),
  unit("lib/auth/password-rules.ts", "tests/unit/auth/password-rules.test.ts"),
  unit("lib/first-links/rules.ts", "tests/unit/first-links"),
  unit("lib/covers/rules.ts", "tests/unit/covers"),
  unit("lib/releases/rules.ts", "tests/unit/releases"),
  unit("lib/handovers/rules.ts", "tests/unit/handovers"),
];
