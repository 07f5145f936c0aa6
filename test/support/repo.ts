// Real repositories for tests, made from literals: nothing of this machine's Git configuration reaches them, every date
// is set, and their folders go when the test process ends.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodePath } from "../../src/base/repo-path.ts";

/** What a path holds; `null` takes it away. A submodule is the id of the commit it stands at. */
export type Content =
  | string
  | Buffer
  | { readonly executable: string | Buffer }
  | { readonly symlink: string | Buffer }
  | { readonly submodule: string }
  | null;

/** Keys are repository paths as `RepoPath` spells them: a byte that is not UTF-8 is the lone surrogate U+DC00 + byte. */
export type Files = Readonly<Record<string, Content>>;

export interface RepoOptions {
  readonly objectFormat?: "sha1" | "sha256";
  readonly bare?: boolean;
  readonly branch?: string;
  /** Set in the repository's own configuration. */
  readonly config?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository with `files` as its first commit ("start"), or with no commit when `files` is left out. */
export function makeRepo(files?: Files, options: RepoOptions = {}): TestRepo {
  const base = makeFolder();
  const dir = join(base, "repo");
  const repo = new TestRepo(dir, isolatedEnvironment(base));
  mkdirSync(dir);
  repo.git(
    "init",
    "--quiet",
    `--object-format=${options.objectFormat ?? "sha1"}`,
    `--initial-branch=${options.branch ?? "main"}`,
    ...(options.bare ? ["--bare"] : []),
  );
  for (const [key, value] of Object.entries(options.config ?? {})) repo.git("config", key, value);
  if (files !== undefined) repo.commit("start", files);
  return repo;
}

/** A temporary folder that goes when the process ends; its path holds no symlink. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "arkitekt-test-")));
  folders.push(folder);
  return folder;
}

export class TestRepo {
  readonly dir: string;
  /** The environment for every program that works in this repository; a test may add to it. */
  readonly env: NodeJS.ProcessEnv;
  #clock = Date.UTC(2025, 0, 1) / 1000;

  constructor(dir: string, env: NodeJS.ProcessEnv) {
    this.dir = dir;
    this.env = env;
  }

  /** Runs git here and gives its standard output without the last line end; throws when it fails. */
  git(...args: readonly (string | Buffer)[]): string {
    const answer = this.tryGit(...args);
    if (answer.code !== 0)
      throw new Error(`git ${args.join(" ")} ended with ${answer.code}:\n${answer.stderr}${answer.stdout}`);
    return answer.stdout.replace(/\n$/, "");
  }

  tryGit(...args: readonly (string | Buffer)[]): Answer {
    return this.run("git", args.map(String));
  }

  /** Runs git with standard input. */
  feed(input: string | Buffer, ...args: readonly string[]): string {
    const answer = this.run("git", args, { input });
    if (answer.code !== 0)
      throw new Error(`git ${args.join(" ")} ended with ${answer.code}:\n${answer.stderr}`);
    return answer.stdout.replace(/\n$/, "");
  }

  /** Runs any program in the repository's folder (or `cwd`, below it) and environment. Each call is a minute later. */
  run(
    program: string,
    args: readonly string[],
    options: {
      readonly input?: string | Buffer;
      readonly env?: NodeJS.ProcessEnv;
      readonly cwd?: string;
    } = {},
  ): Answer {
    this.#clock += 60;
    const date = `${this.#clock} +0000`;
    const result = spawnSync(program, args, {
      cwd: join(this.dir, options.cwd ?? ""),
      env: { ...this.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, ...options.env },
      input: options.input ?? "",
      maxBuffer: 1 << 30,
    });
    if (result.error) throw result.error;
    return {
      code: result.status ?? 128,
      stdout: result.stdout.toString("utf8"),
      stderr: result.stderr.toString("utf8"),
    };
  }

  /** Writes to the working tree alone. */
  write(files: Files): void {
    for (const [path, content] of Object.entries(files)) {
      if (content !== null && typeof content === "object" && "submodule" in content)
        throw new Error("a submodule lives in the index: use stage()");
      this.#writeOne(path, content);
    }
  }

  /** Writes to the working tree and stages just these paths; a submodule is set in the index alone. */
  stage(files: Files): void {
    const [plain, links] = split(files);
    this.write(plain);
    const paths = Object.keys(plain);
    if (paths.length > 0) {
      const list = Buffer.concat(paths.flatMap((path) => [encodePath(path), Buffer.of(0)]));
      this.feed(
        list,
        "--literal-pathspecs",
        "update-index",
        "--add",
        "--remove",
        "--replace",
        "-z",
        "--stdin",
      );
    }
    for (const [path, id] of links) this.git("update-index", "--add", "--cacheinfo", `160000,${id},${path}`);
  }

  /** Stages `files` and commits the index; gives the new commit's id. No hook runs. */
  commit(message: string, files: Files = {}): string {
    this.stage(files);
    const args = [
      "commit",
      "--quiet",
      "--no-verify",
      "--allow-empty",
      "--allow-empty-message",
      "-m",
      message,
    ];
    // The gate looks for commits that went past it.
    const answer = this.run("git", args, { env: { ARKITEKT: "0" } });
    if (answer.code !== 0)
      throw new Error(`git ${args.join(" ")} ended with ${answer.code}:\n${answer.stderr}`);
    return this.id("HEAD");
  }

  /** The object id an expression stands for. */
  id(expression: string): string {
    return this.git("rev-parse", "--verify", "--end-of-options", expression);
  }

  read(path: string): Buffer {
    return readFileSync(this.path(path));
  }

  /** The place of a repository path on disk, as bytes, for it may be no text. */
  path(path: string): Buffer {
    return Buffer.concat([Buffer.from(`${this.dir}/`), encodePath(path)]);
  }

  /** Installs a hook of shell lines where Git looks for it. */
  hook(name: string, script: string): void {
    const folder = join(this.dir, this.git("rev-parse", "--git-path", "hooks"));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** A clone beside this one; `args` go to `git clone`. */
  clone(name: string, ...args: readonly string[]): TestRepo {
    const target = join(this.dir, "..", name);
    this.git("clone", "--quiet", ...args, `file://${this.dir}`, target);
    return new TestRepo(target, { ...this.env });
  }

  /** An empty bare repository beside this one, added as the remote `name`. */
  addRemote(name: string): TestRepo {
    const target = join(this.dir, "..", `${name}.git`);
    const format = this.git("rev-parse", "--show-object-format");
    this.git("init", "--quiet", "--bare", "--initial-branch=main", `--object-format=${format}`, target);
    this.git("remote", "add", name, target);
    return new TestRepo(target, { ...this.env });
  }

  #writeOne(path: string, content: Exclude<Content, { submodule: string }>): void {
    const place = this.path(path);
    rmSync(place, { recursive: true, force: true });
    if (content === null) return;
    mkdirSync(place.subarray(0, place.lastIndexOf("/")), { recursive: true });
    if (typeof content === "string" || Buffer.isBuffer(content)) writeFileSync(place, content);
    else if ("symlink" in content) symlinkSync(content.symlink, place);
    else {
      writeFileSync(place, content.executable);
      chmodSync(place, 0o755);
    }
  }
}

/** The environment of a user that has no Git configuration but a name; `home` is a folder of the test's own. */
export function isolatedEnvironment(home: string): NodeJS.ProcessEnv {
  const config = join(home, ".gitconfig");
  writeFileSync(
    config,
    '[user]\n\tname = Lua Writer\n\temail = writer@example.com\n[protocol "file"]\n\tallow = always\n[gc]\n\tauto = 0\n',
  );
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(GIT_|ARKITEKT|NODE_EXTRA_CA_CERTS$|CI$|GITHUB_)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    GIT_CONFIG_GLOBAL: config,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CEILING_DIRECTORIES: home,
    GIT_TERMINAL_PROMPT: "0",
    EDITOR: "true",
    LC_ALL: "C",
    TZ: "UTC",
  };
}

const folders: string[] = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function split(files: Files): [Record<string, Exclude<Content, { submodule: string }>>, [string, string][]] {
  const plain: Record<string, Exclude<Content, { submodule: string }>> = {};
  const links: [string, string][] = [];
  for (const [path, content] of Object.entries(files)) {
    if (content !== null && typeof content === "object" && "submodule" in content)
      links.push([path, content.submodule]);
    else plain[path] = content;
  }
  return [plain, links];
}
