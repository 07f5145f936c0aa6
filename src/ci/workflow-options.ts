/** What a workflow is made from. Every text in it stands in the workflow as a value, never as a part of a shell's line. */
export interface WorkflowOptions {
  /** GitHub's branch filters. */
  readonly branches: readonly string[];
  /** The folder of the hand-off. */
  readonly requests: string;
  readonly program: CiProgram;
  readonly isDiscord: boolean;
  /** The tag or commit of each action. */
  readonly checkout: string;
  readonly setupNode: string;
}

/** Where the workflow gets the program from. */
export type CiProgram =
  | { readonly kind: "npm"; readonly version: string }
  | { readonly kind: "vendored" }
  | { readonly kind: "url"; readonly url: string; readonly sha256: string | undefined };

/** The major tags, because no id of a commit can be known offline. */
export const DEFAULT_PIN = "v4";

export function isPin(text: string): boolean {
  return /^[A-Za-z0-9][\w.-]*(?:\/[\w.-]+)*$/.test(text);
}

export function isCommitId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** An address that `curl` fetches over TLS, without anything that GitHub or a shell would read. */
export function isProgramAddress(text: string): boolean {
  return /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~%@:+,;=&?/-]*)?$/.test(text);
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
