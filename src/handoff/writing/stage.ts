import { err, ok, type Result } from "../../base/result.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Folder } from "../../system/folder.ts";
import { sha256 } from "../store/digest.ts";
import { digestAt, finishStep, type StagedFile } from "./step.ts";

/** What a command is going to change below a folder, gathered before any of it is done. */
export class Stage {
  readonly folder: Folder;
  #steps: StagedFile[] = [];

  constructor(folder: Folder) {
    this.folder = folder;
  }

  get steps(): readonly StagedFile[] {
    return this.#steps;
  }

  /** Puts a file where there is nothing, or the same. */
  add(way: readonly string[], bytes: Uint8Array): Result<"new" | "same", string> {
    const there = this.digestOf(way);
    const after = sha256(bytes);
    if (there === after) return ok("same");
    if (there !== undefined) return err(`${way.join("/")} is there already, with other contents`);
    this.#write(way, bytes, undefined, after);
    return ok("new");
  }

  /** Puts a file in the place of what is there, or of nothing; `before` where the caller knows what that was. */
  replace(way: readonly string[], bytes: Uint8Array, before = this.digestOf(way)): void {
    this.#write(way, bytes, before, sha256(bytes));
  }

  remove(way: readonly string[]): void {
    const before = this.digestOf(way);
    if (before !== undefined) this.#steps.push({ way, temporary: undefined, before, after: undefined });
  }

  /** What `work` has gathered is dropped again if it does not succeed. */
  attempt<T>(work: () => Result<T, string>): Result<T, string> {
    const count = this.#steps.length;
    const outcome = work();
    if (!outcome.ok) this.#dropBehind(count);
    return outcome;
  }

  /** Does it at once, in a folder that nobody sees yet. */
  settle(): void {
    for (const step of this.#steps) finishStep(this.folder, step);
    this.#steps = [];
  }

  drop(): void {
    this.#dropBehind(0);
  }

  /** What is at a place once the change is made; what is not a plain file has no digest, and equals nothing else. */
  digestOf(way: readonly string[]): string | undefined {
    const step = this.#steps.find((one) => one.way.join("/") === way.join("/"));
    return step === undefined ? digestAt(this.folder, way) : step.after;
  }

  #dropBehind(count: number): void {
    for (const { way, temporary } of this.#steps.splice(count)) {
      if (temporary === undefined) continue;
      this.folder.descend(way.slice(0, -1), false, (folder) => folder.remove(temporary.name));
    }
  }

  #write(way: readonly string[], bytes: Uint8Array, before: string | undefined, after: string): void {
    const name = way.at(-1) ?? "";
    const made = this.folder.descend(way.slice(0, -1), true, (folder) => {
      const temporary = folder.writeTemporary(bytes, folder.modeOf(name));
      return { name: temporary, identity: folder.identityOf(temporary) ?? "" };
    });
    if (made === undefined) throw new CannotLook(failure("missing", `${way.join("/")} cannot be reached`));
    this.#steps.push({ way, temporary: made, before, after });
  }
}
