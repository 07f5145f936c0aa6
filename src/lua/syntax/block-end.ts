import type { Statement } from "./ast.ts";

export type BlockEnd = "never" | "perhaps" | "surely";

/** Whether a run reaches the end of a block, as far as its last statement tells: a call there may stop the program. */
export function blockEnd(body: readonly Statement[]): BlockEnd {
  const last = body.at(-1);
  switch (last?.type) {
    case "ReturnStatement":
      return "never";
    case "DoStatement":
      return blockEnd(last.body);
    case "IfStatement": {
      if (last.clauses.at(-1)?.type !== "ElseClause") return "surely";
      const ends = last.clauses.map((clause) => blockEnd(clause.body));
      return ends.find((end) => end === "surely") ?? ends.find((end) => end === "perhaps") ?? "never";
    }
    case "CallStatement": {
      const { base } = last.expression;
      return base.type === "Identifier" && base.name === "error" ? "never" : "perhaps";
    }
    case "WhileStatement":
    case "RepeatStatement":
    case "GotoStatement":
    case "BreakStatement":
    case "LabelStatement":
      return "perhaps";
    default:
      return "surely";
  }
}
