// Loaded on demand, when something is wrong with a policy: gives what the checks complain about a place and words.
import type { Position } from "../../base/position.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { describeJsonFault } from "../../json/fault.ts";
import type { PolicyFormat } from "../policy.ts";
import { describeKey, type FaultWords } from "./describe-key.ts";
import {
  type Complaint,
  type FileComplaint,
  type KeyComplaint,
  MOST_FAULTS,
  type PolicyFault,
} from "./fault.ts";
import { mapText, placeOf, withinFile } from "./locate.ts";
import { showPointer } from "./pointer.ts";
import type { TextMap } from "./text-map.ts";

interface FaultyText {
  readonly path: RepoPath;
  readonly format: PolicyFormat;
  /** "" if the bytes are not text. */
  readonly text: string;
  /** What the text means, if it means something. */
  readonly value: unknown;
}

/** In the order of the text. */
export function describeFaults(where: FaultyText, complaints: readonly Complaint[]): readonly PolicyFault[] {
  const { path } = where;
  const aboutKeys = complaints
    .filter((complaint): complaint is KeyComplaint => "pointer" in complaint)
    .slice(0, MOST_FAULTS);
  const aboutFile = complaints.filter((complaint): complaint is FileComplaint => !("pointer" in complaint));
  const map = aboutKeys.length > 0 ? mapText(where.text, where.format) : undefined;
  return [
    ...aboutFile.map((complaint) =>
      complaint.kind === "syntax"
        ? broken(where, complaint)
        : { kind: complaint.kind, path, ...describeFile(complaint) },
    ),
    ...aboutKeys
      .map((complaint) => describeFault(where, map, complaint))
      .sort((one, other) => compare(one.at, other.at)),
  ];
}

function describeFault(where: FaultyText, map: TextMap | undefined, complaint: KeyComplaint): PolicyFault {
  const { kind } = complaint;
  const { key, at, ...words } = describeKey(complaint, where.value);
  const pointer = withinFile(where.format, complaint.pointer);
  const place = at ?? (kind === "unknown-key" ? map?.key(pointer) : map && placeOf(map, pointer));
  return {
    kind,
    path: where.path,
    ...(place === undefined ? {} : { at: place }),
    ...(key.length === 0 ? {} : { key: showPointer(key) }),
    ...words,
  };
}

type Broken = Extract<FileComplaint, { kind: "syntax" }>;

/** Why a text could not be read; what looks like JSON is explained as JSON. */
function broken({ path, text }: FaultyText, { json, yaml }: Broken): PolicyFault {
  const isJson = yaml === undefined || (/^\s*\{/.test(text) && !/\.ya?ml$/.test(path));
  if (!isJson) return { kind: "syntax", path, ...yaml };
  const { message, next } = describeJsonFault(json);
  const hint = json.kind === "comment" ? COMMENTS : next;
  return { kind: "syntax", path, at: json.position, message, ...(hint === undefined ? {} : { hint }) };
}

const COMMENTS = "an override has a `reason`; a policy in .arkitektrc.yaml may have comments";

function describeFile(complaint: Exclude<FileComplaint, Broken>): FaultWords {
  switch (complaint.kind) {
    case "refused-place":
      return {
        message: "no policy is read from here: a policy is plain data, and runs no code",
        hint: "write it as .arkitektrc.json or .arkitektrc.yaml",
      };
    case "two-policies":
      return {
        message: `there is another policy in ${complaint.others.map(showPath).join(" and ")}; only one can hold`,
        hint: "keep one of them",
      };
    case "too-large":
      return {
        message: `a policy of ${complaint.size} bytes is not read; ${complaint.limit} is the most`,
        hint: "is this the right file?",
      };
    case "too-deep":
      return { message: `this is nested more than ${complaint.limit} levels deep; a policy never is` };
    case "too-many":
      return { message: `this holds more than ${complaint.limit} values; a policy never does` };
    case "not-utf8":
      return { message: "this is not UTF-8", hint: "save the file as UTF-8" };
    case "byte-order-mark":
      return {
        message: `the file begins with a byte order mark (${complaint.encoding})`,
        hint: "save the file as UTF-8 without one",
      };
    case "empty":
      return {
        message: "the policy is empty",
        hint: 'write {"extends": "playbook-v5"} for the built-in rules',
      };
  }
}

function compare(one: Position | undefined, other: Position | undefined): number {
  if (one === undefined || other === undefined)
    return Number(other === undefined) - Number(one === undefined);
  return one.line - other.line || one.column - other.column;
}
