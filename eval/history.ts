// A history of the corpus: sound commits one after another, and beside each some with a fault put into it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder, corpus, corpusRepository, luaFiles } from "../bench/corpus.ts";
import { benchEnvironment } from "../bench/environment.ts";
import { git } from "../bench/gate.ts";
import { must } from "../bench/measure.ts";
import { TODAY } from "./dates.ts";
import type { Kind, Made, Planted } from "./edit.ts";
import { planted as faults } from "./planted.ts";
import { corpusPolicy } from "./policy.ts";
import { Random } from "./random.ts";
import { sound } from "./sound.ts";
import { type Edits, readTree, type Tree } from "./tree.ts";

export interface Commit {
  readonly id: string;
  readonly kind: string;
  readonly planted: Planted | undefined;
}

export interface History {
  readonly folder: string;
  /** The corpus with its policy, before any generated commit. */
  readonly base: string;
  /** One after another, oldest first. */
  readonly main: readonly Commit[];
  /** Each on its own beside the main line. */
  readonly beside: readonly Commit[];
  /** Pairs of commits of which the second takes back the first: the second of each. */
  readonly undone: readonly Commit[];
}

interface Written {
  readonly mark: number;
  readonly kind: string;
  readonly planted: Planted | undefined;
  readonly line: "main" | "beside" | "undone";
}

export function makeHistory(): History {
  const folder = corpusRepository("eval");
  const policy = `${JSON.stringify(corpusPolicy, undefined, 2)}\n`;
  writeFileSync(join(folder, ".arkitektrc.json"), policy);
  git(folder, "add", "-f", ".arkitektrc.json");
  git(folder, "commit", "-q", "-m", "[P-0] Adopt the policy");
  const base = git(folder, "rev-parse", "HEAD").trim();
  const tree = readTree(corpus(), luaFiles()).with(new Map([[".arkitektrc.json", policy]]));
  const stream = new Stream(base);
  const written = write(stream, tree);
  const marks = join(benchFolder, "eval.marks");
  const args = ["fast-import", "--quiet", "--force", `--export-marks=${marks}`];
  must("git", args, { cwd: folder, env: benchEnvironment(), input: Buffer.from(stream.text, "latin1") });
  const ids = new Map(
    must("cat", [marks])
      .split("\n")
      .map((line): [number, string] => [Number(line.slice(1).split(" ")[0]), line.split(" ")[1] ?? ""]),
  );
  const on = (line: Written["line"]): Commit[] =>
    written
      .filter((each) => each.line === line)
      .map(({ mark, kind, planted }) => ({ id: ids.get(mark) ?? "", kind, planted }));
  return { folder, base, main: on("main"), beside: on("beside"), undone: on("undone") };
}

const SEED = 53;

function write(stream: Stream, start: Tree): Written[] {
  const random = new Random(SEED);
  const written: Written[] = [];
  const turns = random.shuffled([...each(sound), ...each(faults)]);
  let tree = start;
  let tip = 0;
  for (const kind of turns) {
    const made = kind.make(tree, random);
    if (made === undefined) continue;
    const line = made.planted === undefined || made.planted.isNotice ? "main" : "beside";
    const mark = stream.commit(made, tip, line);
    written.push({ mark, kind: kind.name, planted: made.planted, line });
    if (line === "beside") continue;
    if (written.length % 40 === 0) written.push(undo(stream, made, tree, mark));
    tree = tree.with(made.edits);
    tip = mark;
  }
  return written;
}

/** The commit that takes `made` back. */
function undo(stream: Stream, { edits }: Made, before: Tree, parent: number): Written {
  const back = new Map([...edits.keys()].map((path) => [path, before.has(path) ? before.text(path) : null]));
  const mark = stream.commit({ title: "Take it back", edits: back }, parent, "undone");
  return { mark, kind: "a commit taken back", planted: { rule: "idempotence" }, line: "undone" };
}

function each(kinds: readonly Kind[]): Kind[] {
  return kinds.flatMap((kind) => Array.from({ length: kind.count }, () => kind));
}

/** What `git fast-import` reads; a character is a byte. */
class Stream {
  readonly #base: string;
  readonly #parts: string[] = [];
  #marks = 0;

  constructor(base: string) {
    this.#base = base;
  }

  /** `parent` is a mark, 0 for the base. */
  commit({ title, isWholeTitle, claim, edits }: Omit<Made, "planted">, parent: number, line: string): number {
    const mark = ++this.#marks;
    const trailer = claim === undefined ? "" : `\n\nArkitekt-Override: ${claim}`;
    const message = `${isWholeTitle ? "" : `[P-${mark}] `}${title}${trailer}`;
    const at = Date.parse(TODAY) / 1000 - 86_400 + mark;
    this.#parts.push(
      `commit refs/heads/${line === "main" ? "main" : `${line}/${mark}`}\nmark :${mark}\n`,
      `committer bench <bench@example.com> ${at} +0000\n${data(message)}`,
      `from ${parent === 0 ? this.#base : `:${parent}`}\n${changes(edits)}\n`,
    );
    return mark;
  }

  get text(): string {
    return this.#parts.join("");
  }
}

function changes(edits: Edits): string {
  return [...edits]
    .map(([path, text]) => (text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`))
    .join("");
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text, "latin1")}\n${text}\n`;
}
