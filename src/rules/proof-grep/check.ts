// Proof-greps are proved themselves before they judge anything: a broken one would find nothing, and seem to pass.
import { encodeText } from "../../base/byte-text.ts";
import type { Grep } from "../../model/proof-grep.ts";
import { type CompiledPattern, compilePattern } from "./compile.ts";
import type { GrepPatternFault } from "./dialect.ts";

export interface GrepFault extends GrepPatternFault {
  /** The index of the grep in its list, from 0. */
  readonly index: number;
  /** The part of it that is at fault, as keys: `["pattern"]`, `["matches", 2]`. */
  readonly keys: readonly (string | number)[];
}

/** Every fault of every grep; none means that each one can be used. */
export function checkGreps(greps: readonly Grep[]): readonly GrepFault[] {
  return greps.flatMap((grep, index) => checkGrep(grep).map((fault) => ({ index, ...fault })));
}

const proved = new WeakMap<Grep, GrepFault | undefined>();

/** The first fault of a grep; worked out once. */
export function faultOf(grep: Grep): GrepFault | undefined {
  if (!proved.has(grep)) proved.set(grep, checkGreps([grep])[0]);
  return proved.get(grep);
}

type Fault = Omit<GrepFault, "index">;

function checkGrep(grep: Grep): Fault[] {
  const compiled = compilePattern(grep);
  const ofPattern = compiled.ok
    ? [...checkScope(grep, compiled.value), ...checkSamples(grep, compiled.value)]
    : [{ keys: ["pattern"], ...compiled.error }];
  return [...ofPattern, ...checkFiles(grep)];
}

function checkScope({ scope, pattern }: Grep, { literals }: CompiledPattern): Fault[] {
  if (scope !== "tree" || literals.some((literal) => /[!-~]/.test(literal))) return [];
  return [
    {
      keys: ["scope"],
      message: `${pattern} has no plain text in it that the files of a whole tree could be searched for`,
      next: "make a part of it plain, a name for example, or narrow the scope",
    },
  ];
}

function checkFiles({ files }: Grep): Fault[] {
  if (files === undefined) return [];
  if (files.length === 0) {
    return [
      {
        keys: ["files"],
        message: "no glob is listed, so no file is read",
        next: 'name files, or leave "files" out',
      },
    ];
  }
  return files.flatMap((glob, index): Fault[] =>
    /^\/|^[A-Za-z]:[\\/]|^!|(^|\/)\.{1,2}(\/|$)/.test(glob)
      ? [
          {
            keys: ["files", index],
            message: `${glob} matches no path of a repository`,
            next: "globs count from the root of the repository, without / or ./ at the start; nothing is negated",
          },
        ]
      : [],
  );
}

function checkSamples({ matches = [], rejects = [], pattern }: Grep, { search }: CompiledPattern): Fault[] {
  const check = (key: string, samples: readonly string[], wanted: boolean) =>
    samples.flatMap((sample, index): Fault[] => {
      const found = search(encodeText(sample));
      const keys = [key, index];
      if (found === "spent")
        return [
          { keys, message: `${pattern} takes too long on this sample`, next: "make the pattern simpler" },
        ];
      if (found.length > 0 === wanted) return [];
      const claim = wanted ? "does not match this sample" : "matches this sample";
      return [{ keys, message: `${pattern} ${claim}: ${sample}`, next: "mend the pattern or the sample" }];
    });
  return [...check("matches", matches, true), ...check("rejects", rejects, false)];
}
