// Names of modules that code gives by itself: `package.preload["app.keys"] = …`, `package.loaded["app.keys"] = M`.
import { dotted } from "../../base/dotted.ts";
import type { SourceFile } from "../../modules/source-file.ts";

/** What takes a module away again (`package.loaded.x = nil`) gives none. */
const GIVES = /^\s*(?:\]\s*)?=(?!=)(?!\s*(?:nil|false)\b)/;

/** As far behind a key its `=` and what is set begin. */
const FAR = 40;

/** Those that these files give, with dots. */
export function givenNames(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(
    files
      .filter(({ text }) => /\bpackage\s*\.\s*(?:loaded|preload)\b/.test(text))
      .flatMap(({ lua, text }) =>
        lua.syntax.ok
          ? lua.mentions.literal.flatMap(({ by, name, range }) =>
              by === "package" && GIVES.test(text.slice(range.end, range.end + FAR)) ? [dotted(name)] : [],
            )
          : [],
      ),
  );
}
