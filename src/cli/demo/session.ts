import { join } from "node:path";
import { wrap } from "../../report/terminal-text.ts";
import { runProcess } from "../../system/process.ts";
import { fillFolder } from "../../system/scratch.ts";
import type { World } from "../../system/world.ts";

/** Where the session is played: types real commands, shows them with what they answer, and notes what surprises. */
export class Session {
  readonly surprises: string[] = [];
  readonly #folder: string;
  readonly #world: World;
  readonly #env: NodeJS.ProcessEnv;

  constructor(folder: string, world: World) {
    this.#folder = folder;
    this.#world = world;
    this.#env = environment(folder, world);
  }

  say(text: string): void {
    const { stdout } = this.#world;
    const lines = wrap(`# ${text}`, stdout.columns, "# ").split("\n");
    stdout.write(`\n${lines.map((line) => stdout.paint.bold(stdout.paint.cyan(line))).join("\n")}\n`);
  }

  async write(path: string, text: string): Promise<void> {
    fillFolder(join(this.#folder, "songs"), { [path]: text });
  }

  /** Runs a command and shows it, with what it said; `code` is how it has to end. */
  async type(line: readonly string[], code: 0 | 1): Promise<void> {
    const { stdout } = this.#world;
    const shown = line.map(quoted).join(" ");
    stdout.write(`${stdout.paint.bold(`$ ${shown}`)}\n`);
    const { code: ended, text } = await this.#run(line, "songs");
    stdout.write(text.trim() === "" ? "" : `${text.trimEnd()}\n`);
    if ((ended === 0 ? 0 : 1) !== code) this.surprises.push(`"${shown}" ended with ${ended}`);
  }

  async quietly(line: readonly string[], folder = "songs"): Promise<void> {
    const { code, text } = await this.#run(line, folder);
    if (code !== 0) this.surprises.push(`"${line.join(" ")}" ended with ${code}: ${text}`);
  }

  /** Git's own words go to both streams; a shell joins them in the order in which they are written. */
  async #run([program = "", ...args]: readonly string[], folder: string) {
    const [file, ...before] = program === "arkitekt" ? [process.execPath, this.#world.program] : [program];
    const words = [file ?? program, ...before, ...args];
    const place = { cwd: join(this.#folder, folder), env: this.#env };
    const end = await runProcess("sh", ["-c", 'exec "$@" 2>&1', "sh", ...words], place);
    if (!end.ok) return { code: 127, text: `${program} could not be started: ${end.error.code}` };
    return { code: end.value.code, text: end.value.stdout.toString("utf8") };
  }
}

/** The user's own Git settings take no part; colour goes through, because the answers are shown as they are. */
function environment(folder: string, { env, stdout }: World): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(GIT_|ARKITEKT)/.test(name));
  const person = { NAME: "Demo", EMAIL: "demo@example.com" };
  const colour = stdout.hasColour ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
  return {
    ...Object.fromEntries(kept),
    HOME: folder,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: person.NAME,
    GIT_AUTHOR_EMAIL: person.EMAIL,
    GIT_COMMITTER_NAME: person.NAME,
    GIT_COMMITTER_EMAIL: person.EMAIL,
    GIT_ADVICE: "0",
    ...colour,
  };
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `"${word.replaceAll(/["\\$`]/g, "\\$&")}"`;
}
