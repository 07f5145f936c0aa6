// A repository as a hook or a command finds it, by one call of Git.
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, type Failure } from "../../model/failure.ts";
import { LaunchedBatch } from "../objects/launched-batch.ts";
import { Objects } from "../objects/objects.ts";
import { patientReader } from "../objects/patient-reader.ts";
import { explainExit } from "../process/explain.ts";
import { Git, type GitAnswer } from "../process/git.ts";
import { tooOld } from "../process/oldest-git.ts";
import { discover, type PlainRepository } from "./discover.ts";
import { type Head, readHead } from "./head.ts";
import type { Incoming } from "./incoming.ts";
import { explainNoRepository } from "./no-repository.ts";
import { absoluteFolders, alsoReading, objectsIn } from "./object-folders.ts";
import { CALLS, type Prefetched, type PrefetchKind, readPrefetch } from "./prefetch.ts";

export interface Repository {
  /** Bound to the top of the work tree, or to the Git folder where there is none. */
  readonly git: Git;
  /**
   * The same repository and index without its working tree. Git's diffs take a file from the working tree if it seems
   * unchanged, and attributes too; through this one they come from objects and the index.
   */
  readonly detached: Git;
  readonly objects: Objects;
  /** The top folder of the work tree; undefined in a bare repository and inside a Git folder. */
  readonly top: string | undefined;
  /** Absolute; of this work tree when there are several. */
  readonly gitDir: string;
  /** Absolute; the same for all work trees. */
  readonly commonDir: string;
  readonly objectFormat: "sha1" | "sha256";
  readonly isBare: boolean;
  readonly isShallow: boolean;
  readonly head: Head;
  readonly room?: RoomToCome;
  /** How the index ended before anything was asked about it. */
  readonly indexEnd?: Buffer | undefined;
  /** Ends the processes that were started for it. */
  close(): Promise<void>;
}

/** A place for one quarantine, whose objects are read along with the repository's. */
export interface RoomToCome {
  /** It holds a folder for objects, and nothing else yet. */
  readonly folder: string;
  isTaken: boolean;
}

/** The id of the tree that holds nothing; Git knows it without having it. */
export function emptyTree({ objectFormat }: Repository): ObjectId {
  return objectFormat === "sha1"
    ? "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    : "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";
}

export interface OpenOptions {
  /** Objects will be asked for: the process that reads them is started at once, alongside the one that finds the place. */
  readonly isForObjects?: boolean;
  /** What was asked before this program ran. */
  readonly prefetched?: PrefetchGiven;
  readonly room?: RoomToCome;
}

export interface PrefetchGiven {
  readonly kind: PrefetchKind;
  readonly incoming: Incoming;
  /** Where the launcher's Git answers what else is asked of it. */
  readonly answers: number;
  readonly places: readonly string[];
  /** Whether the contents of any file will be asked for, judged by the output of the first call. */
  isForContents(output: Buffer | undefined): boolean;
}

/**
 * Opens the repository that `cwd` is in, in the environment that a hook or command was given. Failures:
 * "no-repository", "broken-repository", "unsafe-repository", "broken-head", "no-git", "old-git", "git-failed".
 */
export async function openRepository(
  cwd: string,
  env: NodeJS.ProcessEnv,
  options: OpenOptions = {},
): Promise<Result<Repository, Failure>> {
  try {
    return ok(await open(new Git(cwd, env), options));
  } catch (error) {
    if (error instanceof CannotLook) return err(await sharpened(error.failure, new Git(cwd, env)));
    throw error;
  }
}

const QUESTIONS = [
  "--path-format=absolute",
  "--show-object-format",
  "--is-bare-repository",
  "--is-shallow-repository",
  "--git-dir",
  "--git-common-dir",
  "--show-cdup",
];

async function open(git: Git, { isForObjects = false, prefetched, room }: OpenOptions): Promise<Repository> {
  const objects = new Objects(
    room === undefined ? git : git.at(git.cwd, alsoReading(objectsIn(room.folder), git.env)),
  );
  const plain = isForObjects ? discover(git.cwd, git.env) : undefined;
  const runners = plain === undefined ? undefined : runnersFor(git, plain);
  const known =
    runners === undefined || prefetched === undefined ? undefined : take(prefetched, runners, objects);
  const isOwn =
    known === undefined || (known.more === undefined && prefetched?.isForContents(known.answers[0]?.stdout));
  if (isForObjects && isOwn) objects.start();
  try {
    const facts = plain === undefined ? await askFacts(git) : await withHead(plain, objects);
    const repo = await openWith(runners ?? runnersFor(git, facts), objects, facts);
    return { ...repo, ...(known && { indexEnd: known.indexEnd }), ...(room && { room }) };
  } catch (error) {
    await objects.close();
    throw error;
  }
}

async function askFacts(git: Git): Promise<Facts> {
  // The commit comes last: without one (no commit yet, damaged) the call fails, but has answered everything else.
  const answer = await git.run(["rev-parse", ...QUESTIONS, "HEAD^{commit}"], { okCodes: [0, 128] });
  return await readFacts(git, answer);
}

async function withHead(place: PlainRepository, objects: Objects): Promise<Facts> {
  const head = await objects.find("HEAD^{commit}", -1);
  return { ...place, headId: head?.type === "commit" ? head.id : undefined };
}

function take(
  { kind, incoming, places, answers }: PrefetchGiven,
  runners: Runners,
  objects: Objects,
): Prefetched | undefined {
  let read: ((piece: Buffer) => number) | undefined;
  const patiently = (piece: Buffer) => {
    read ??= patientReader(answers);
    return read(piece);
  };
  const prefetched = readPrefetch(kind, incoming, places, patiently);
  if (prefetched === undefined) return undefined;
  if (prefetched.more !== undefined) objects.use(new LaunchedBatch(prefetched.more, patiently));
  for (const [name, found] of prefetched.objects) objects.know(name, found);
  for (const [at, { runner, args, okCodes }] of CALLS[kind].entries()) {
    const answer = prefetched.answers[at];
    if (answer !== undefined && okCodes.some((code) => code === answer.code))
      runners[runner].know(args(prefetched.base), answer);
  }
  return prefetched;
}

type Runners = Pick<Repository, "git" | "detached">;

function runnersFor(git: Git, { gitDir, commonDir, top }: RepositoryPlace): Runners {
  const rooted = git.at(top ?? gitDir, absoluteVariables(git, gitDir, commonDir, top));
  return { git: rooted, detached: rooted.at(gitDir, { GIT_DIR: gitDir, GIT_WORK_TREE: gitDir }) };
}

async function openWith(runners: Runners, objects: Objects, facts: Facts): Promise<Repository> {
  const { gitDir, commonDir, headId } = facts;
  return {
    ...runners,
    objects,
    ...facts,
    head: await readHead(runners.git, gitDir, commonDir, headId),
    close: () => objects.close(),
  };
}

interface RepositoryPlace {
  readonly gitDir: string;
  readonly commonDir: string;
  readonly top: string | undefined;
}

interface Facts extends RepositoryPlace {
  readonly objectFormat: "sha1" | "sha256";
  readonly isBare: boolean;
  readonly isShallow: boolean;
  readonly headId: ObjectId | undefined;
}

async function readFacts(git: Git, answer: GitAnswer): Promise<Facts> {
  const lines = answer.stdout.toString("utf8").split("\n").slice(0, -1);
  const [format, bare, shallow] = lines;
  if ((format !== "sha1" && format !== "sha256") || lines.length < 6)
    throw new CannotLook(explainExit(["rev-parse"], answer));
  const last = lines.at(-1) ?? "";
  const headId = answer.code === 0 ? last : undefined;
  // A bare repository has no line for the top; a line end in a folder's name makes more lines than questions.
  const paths = lines.slice(3, -1);
  const [gitDir, commonDir, up] =
    paths.length <= 3 ? paths : await askOneByOne(git, ["--git-dir", "--git-common-dir", "--show-cdup"]);
  if (gitDir === undefined || commonDir === undefined)
    throw new CannotLook(explainExit(["rev-parse"], answer));
  return {
    objectFormat: format,
    isBare: bare === "true",
    isShallow: shallow === "true",
    gitDir,
    commonDir,
    top: bare === "true" || up === undefined ? undefined : resolve(realpathSync(git.cwd), up),
    headId,
  };
}

async function askOneByOne(git: Git, questions: readonly string[]): Promise<(string | undefined)[]> {
  const answers = await Promise.all(
    questions.map((question) => git.run(["rev-parse", "--path-format=absolute", question])),
  );
  return answers.map(({ stdout }) =>
    stdout.length === 0 ? undefined : stdout.toString("utf8").slice(0, -1),
  );
}

/** A hook's variables may hold relative paths; they are made to stay true when Git is started at the top instead. */
function absoluteVariables(
  git: Git,
  gitDir: string,
  commonDir: string,
  top: string | undefined,
): NodeJS.ProcessEnv {
  const variables: NodeJS.ProcessEnv = {};
  if (git.env["GIT_DIR"] !== undefined) variables["GIT_DIR"] = gitDir;
  if (git.env["GIT_COMMON_DIR"] !== undefined) variables["GIT_COMMON_DIR"] = commonDir;
  if (git.env["GIT_WORK_TREE"] !== undefined && top !== undefined) variables["GIT_WORK_TREE"] = top;
  const objects = git.env["GIT_OBJECT_DIRECTORY"];
  if (objects !== undefined) variables["GIT_OBJECT_DIRECTORY"] = resolve(git.cwd, objects);
  const others = git.env["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  if (others) variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = absoluteFolders(others, git.cwd);
  const index = git.env["GIT_INDEX_FILE"];
  if (index !== undefined && index !== "") variables["GIT_INDEX_FILE"] = resolve(top ?? git.cwd, index);
  return variables;
}

async function sharpened(found: Failure, git: Git): Promise<Failure> {
  if (found.kind === "no-repository") return explainNoRepository(found, git.cwd);
  if (found.kind !== "old-git" && found.kind !== "git-failed") return found;
  const answer = await git.run(["version"]).catch(() => undefined);
  return tooOld(answer?.stdout.toString("utf8") ?? "") ?? found;
}
