/** A source and the tests that are to notice when something in it is wrong. */
export type Target = { file: string; project: "unit" | "db" | "architecture"; tests: readonly string[] };

const unit = (file: string, ...tests: string[]): Target => ({ file, project: "unit", tests });

export const targets: readonly Target[] = [
  unit(
    "lib/platform/crypto/crypto.ts",
    "tests/unit/platform/crypto",
    "tests/unit/platform/sealing/known-answers.test.ts",
  ),
  unit(
    "lib/platform/sealing/format.ts",
    "tests/unit/platform/sealing/sealing.test.ts",
    "tests/unit/platform/sealing/known-answers.test.ts",
  ),
  unit(
    "lib/platform/sealing/seal-stream.ts",
    "tests/unit/platform/sealing/sealing.test.ts",
    "tests/unit/platform/sealing/known-answers.test.ts",
  ),
  unit(
    "lib/platform/sealing/open-range.ts",
    "tests/unit/platform/sealing/sealing.test.ts",
    "tests/unit/platform/sealing/known-answers.test.ts",
    "tests/unit/platform/storage/resume.slow.test.ts",
  ),
  unit("lib/platform/crypto/key-ring-text.ts", "tests/unit/runtime/sealed-kek.slow.test.ts"),
  unit("lib/auth/codes/totp.ts", "tests/unit/auth/codes/totp.test.ts"),
  unit("lib/platform/network/network.ts", "tests/unit/auth/attempts/client-address.test.ts"),
  unit("lib/auth/sessions/device-family.ts", "tests/unit/auth/sessions/device-family.test.ts"),
  unit("lib/auth/passwords/password-rules.ts", "tests/unit/auth/passwords/password-rules.test.ts"),
  unit("lib/handover/first-contact/rules.ts", "tests/unit/handover/first-contact"),
  unit("lib/packets/release-cover/rules.ts", "tests/unit/packets/release-cover"),
  unit("lib/handover/releases/rules.ts", "tests/unit/handover/releases"),
  unit("lib/handover/handovers/rules.ts", "tests/unit/handover/handovers"),
];
