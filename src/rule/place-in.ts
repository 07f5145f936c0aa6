import type { ByteRange } from "../base/position.ts";
import type { Place } from "../model/place.ts";
import type { SourceFile } from "../modules/source-file.ts";

/** The bytes of a text that a finding speaks of, with the line that shows them. */
export function placeIn({ path, lines }: Pick<SourceFile, "path" | "lines">, range: ByteRange): Place {
  const span = lines.span(range);
  return { kind: "span", path, span, line: lines.line(span.start.line) };
}
