// What a policy, a task or a patch says in a proof-grep; its keys are those that people write.
import { choice, flag, globs, item, shape, some, text, texts, type ValueOf } from "./option.ts";

export const GREP = item(
  "A proof-grep.",
  {
    pattern: shape<string>({
      description: "A Lua 5.3 pattern or a JavaScript regular expression.",
      type: "string",
      minLength: 1,
    }),
    should_match: flag("`false`: each match is a finding. `true`: it is a finding that no file matches."),
  },
  {
    dialect: choice("How the pattern is read; taken from its escapes when left out (`%` or `\\`).", [
      "lua",
      "regex",
    ]),
    files: some(
      globs(
        "Globs of the files it is about, the repository's own Lua files when left out; vendored files are never looked at.",
      ),
    ),
    in: choice(
      "What of a Lua file is read. `code`: strings count, comments are blanks. `comments`: they alone. `text`: everything.",
      ["code", "text", "comments"],
    ).byDefault("code"),
    scope: choice(
      "Where it is looked for. `changed`: the files that the change touches. `added`: the lines that it adds. `tree`: every file.",
      ["changed", "added", "tree"],
    ).byDefault("changed"),
    message: text("What is said when the proof fails, instead of the pattern."),
    matches: texts("Texts that the pattern must match; checked whenever the policy is read.").byDefault([]),
    rejects: texts("Texts that the pattern must not match; checked whenever the policy is read.").byDefault(
      [],
    ),
  },
);

export type Grep = ValueOf<typeof GREP>;
/** A grep of the policy that only warns still only warns next to the errors of a task. */
export type HeldGrep = Grep & { readonly atMost?: "warn" };

export type GrepDialect = NonNullable<Grep["dialect"]>;
export type GrepRegion = NonNullable<Grep["in"]>;

/** The defaults of a grep. */
export const GREP_DEFAULTS = GREP.fallbacks;
