// Runs on any Node, that for Windows among them, and prints what it saw: the same bytes wherever that is. Its one argument is a file
// of changes to judge.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import picocolors from "picocolors";
import { judge, readPolicy } from "../../../src/library/index.ts";
import { verdictPrinters } from "../../../src/report/verdict/index.ts";
import { replaceFile } from "../../../src/system/files.ts";
import { Folder } from "../../../src/system/folder.ts";
import { isHeld, locked } from "../../../src/system/lock.ts";
import { sampleVerdict } from "../sample-verdict.ts";

export interface Trial {
  readonly policies: readonly string[];
  readonly changes: readonly {
    readonly name: string;
    readonly before: Readonly<Record<string, string>>;
    readonly after: Readonly<Record<string, string>>;
  }[];
}

const say = (what: string, seen: unknown) => process.stdout.write(`${what}: ${JSON.stringify(seen)}\n`);

void main(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")));

async function main({ policies, changes }: Trial): Promise<void> {
  for (const text of policies) {
    const read = await readPolicy(text, text.startsWith("{") ? undefined : ".arkitektrc.yaml");
    say("policy", read.ok ? read.policy?.rules : read.failure);
  }
  const { policy } = await readPolicy(policies[0] ?? "");
  if (policy === undefined) throw new Error("the first policy can't be read");
  for (const { name, before, after } of changes) {
    const change = { before, after, message: "more", branches: ["main"] };
    say(name, await judge(change, policy, { today: "2026-01-01" }));
  }
  const paint = picocolors.createColors(false);
  for (const [name, load] of Object.entries(verdictPrinters)) {
    const print = await load();
    say(name, print(sampleVerdict, { paint, width: 80, all: true, next: "Mend it.", seeAll: "--all" }));
  }
  onDisk(mkdtempSync(join(tmpdir(), "arkitekt-trial-")));
}

function onDisk(folder: string): void {
  const file = join(folder, "a b é.txt");
  writeFileSync(file, "old");
  replaceFile(file, "new");
  say("a file is replaced", [readFileSync(file, "utf8"), readdirSync(folder)]);
  const seen = Folder.use(folder, (place) => {
    const during = locked(place, () => isHeld(place));
    return [during, isHeld(place), locked(place, () => "again")];
  });
  say("a lock is held, given back, and taken again", seen);
  rmSync(folder, { recursive: true, force: true });
  say("nothing is left", existsSync(folder));
}
