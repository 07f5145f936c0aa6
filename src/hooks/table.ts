// The hooks that the gate judges. Help, install, doctor's proofs, the messages of a skip and docs/architecture.md are made from this
// table; test/places.test.ts names what a new line here still needs.

export interface HookFacts {
  readonly judges: string;
  /** What stands on its standard input, or in the file that it is given. */
  readonly given: string;
  /** What its script lets the launcher ask Git while Node starts: a kind of `src/git/open/prefetch.ts`. */
  readonly prefetch?: "staged" | "message";
  /** The function of `hooks/receipt.sh` that decides, by what pre-commit left, whether the shell may let a commit pass. */
  readonly settledBy?: "receipt" | "title";
  /** Said after a skip: what is lost. Left out where another hook of the same command has said it. */
  readonly skipped?: string;
  /** The same, said beforehand. */
  readonly skipping: string;
}

const LATER = "a push still judges the commit";
const STAGED = "the index against `HEAD` (the empty tree at first) with every rule that needs no message";

export const HOOKS = {
  "pre-commit": { judges: STAGED, given: "nothing", prefetch: "staged", skipped: LATER, skipping: LATER },
  "prepare-commit-msg": {
    judges:
      "whether `pre-commit` has judged the commit, which Git skips with `--no-verify`, and this hook not",
    given: "the file that holds the message, where the message comes from, and a commit",
    settledBy: "receipt",
    skipping: LATER,
  },
  "commit-msg": {
    judges: "the title's task code; records overrides as trailers",
    given: "the file that holds the message",
    prefetch: "message",
    settledBy: "title",
    skipping: LATER,
  },
  "pre-push": {
    judges: "every update on standard input, every new commit in it, one by one, and the range as a whole",
    given: "the remote's name and URL; on standard input one update a line",
    skipped: "nothing of this push was judged",
    skipping: "nothing of that push is judged then",
  },
  "pre-merge-commit": { judges: STAGED, given: "nothing", skipped: LATER, skipping: LATER },
  "pre-applypatch": { judges: STAGED, given: "nothing", skipped: LATER, skipping: LATER },
} as const satisfies Readonly<Record<string, HookFacts>>;

export type HookName = keyof typeof HOOKS;

export const hookNames: readonly HookName[] = Object.keys(HOOKS).filter(isHook);

export function isHook(name: string): name is HookName {
  return Object.hasOwn(HOOKS, name);
}

/** The one hook of a repository that others push to, which `install --server` writes: it is not a clone's, and nothing skips it. */
export const SERVER_HOOK = "pre-receive";
