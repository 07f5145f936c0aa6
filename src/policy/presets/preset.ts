import type { PolicyFile } from "../policy-file.ts";

/** What stands in for the keys that a policy leaves out. */
export interface Preset {
  /** Everything but rules; may follow what the policy says about its folders. */
  settings(file: PolicyFile): Partial<PolicyFile>;
  readonly rules: NonNullable<PolicyFile["rules"]>;
  readonly overrides: NonNullable<PolicyFile["overrides"]>;
}
