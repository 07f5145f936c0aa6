import type { PolicyFile } from "../policy-file.ts";

/** What takes the place of the keys that a policy leaves out. */
export interface Preset {
  /** Everything except rules; may depend on what the policy says about its folders. */
  settings(file: PolicyFile): Partial<PolicyFile>;
  readonly rules: NonNullable<PolicyFile["rules"]>;
  readonly overrides: NonNullable<PolicyFile["overrides"]>;
}
