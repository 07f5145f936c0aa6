import { corpusRepository } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures, Row } from "./figures.ts";
import { git, installGate, livedIn, stageEdits } from "./gate.ts";
import { must, ratios, sideBySide } from "./measure.ts";
import { fetchRivals, RIVALS } from "./rivals.ts";

interface Scene {
  readonly name: string;
  readonly files: number;
  readonly lines: number;
  /** Arkitekt's time as a part of that of a rival, by how its name begins: at most this. */
  readonly most: Readonly<Record<string, number>>;
}

const SCENES: readonly Scene[] = [
  { name: "12 files", files: 12, lines: 700, most: { prek: 0.7, husky: 0.15 } },
  { name: "1 file", files: 1, lines: 20, most: { prek: 0.8 } },
];

const PLAIN = "without hooks";
const OURS = "arkitekt";
const ROUNDS = 15;

/** A whole `git commit -m` of edits in files of 8 KB, with the gate, without hooks, and with what others would do for the same job. */
export async function commit(): Promise<Figures> {
  const modules = fetchRivals();
  const rows = SCENES.flatMap((scene, index) => measure(scene, `commit-${index}`, modules));
  return {
    title: "A commit",
    note: "A whole `git commit -m` of new lines in files of 8 KB, as a multiple of the same commit without hooks. Every rival parses with the compiler, lints, and looks at the title.",
    rows,
  };
}

function measure({ name, files, lines, most }: Scene, place: string, modules: string): readonly Row[] {
  const folders = new Map(
    [PLAIN, OURS].map((name) => [name, corpusRepository(`${place}-${name.split(" ")[0]}`)]),
  );
  installGate(folders.get(OURS) ?? "");
  const { forget } = livedIn(folders.get(OURS) ?? "");
  for (const rival of RIVALS) {
    const folder = corpusRepository(`${place}-${rival.name.split(/\W/)[0]}`);
    rival.use(folder, modules);
    folders.set(rival.name, folder);
  }
  const env = benchEnvironment();
  const contenders = [...folders].map(([name, folder]) => {
    stageEdits(folder, files, lines);
    return {
      name,
      before: () => name === OURS && forget(),
      run: () => void must("git", ["commit", "-q", "-m", "[B-1] Weigh"], { cwd: folder, env }),
      after: () => void git(folder, "reset", "-q", "--soft", "HEAD^"),
    };
  });
  const timings = sideBySide(contenders, ROUNDS);
  const times = ratios(timings, PLAIN);
  const ours = times.get(OURS) ?? Number.NaN;
  const what = `${lines} lines in ${name}`;
  return [
    ...timings.map(
      ({ name, median }): Row => ({
        what: `${what}: ${name}`,
        value: times.get(name) ?? Number.NaN,
        unit: "×",
        aside: `${median.toFixed(0)} ms`,
      }),
    ),
    ...Object.entries(most).map(([word, most]): Row => {
      const rival = RIVALS.find(({ name }) => name.startsWith(word))?.name ?? word;
      const value = ours / (times.get(rival) ?? Number.NaN);
      return { what: `${what}: arkitekt's time as a part of ${word}'s`, value, unit: "", most };
    }),
  ];
}
