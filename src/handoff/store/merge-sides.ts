// How a request that lies on two sides becomes one: what a push may change on the other side, as pure functions.
import { err, ok, type Result } from "../../base/result.ts";
import { jsonEquals } from "../../json/equality.ts";
import { isContainer, itemsOf } from "../../json/style.ts";
import { type JsonNode, memberOf } from "../../json/tree.ts";
import { readJson } from "../../json/value.ts";
import { withMembers } from "../../json/with-members.ts";
import { readAck } from "../../protocol/ack.ts";
import { compareInstants } from "../../protocol/instant.ts";
import { listedIn, meaningOf, type ReadRequestFile } from "../../protocol/request.ts";
import { type Broken, isEnd, type Marker, markersUpTo, step, trailStateOf } from "../../protocol/trail.ts";

export interface MarkerChange {
  readonly add: readonly Marker[];
  readonly unblock: boolean;
}

/**
 * What has to happen to `theirs` to bring it as far as `ours`. Nothing when they are as far or further; the trail on the
 * other side may refuse. `blocked` goes along only while they are not ahead; where both are equally far, the side whose ack is the
 * newer one says whether the request is blocked, and without an ack from either it stays blocked.
 */
export function mergeMarkers(
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  newer?: "ours" | "theirs",
): Result<MarkerChange, Broken> {
  const here = trailStateOf(ours);
  const there = trailStateOf(theirs);
  if (isEnd(there.state) && there.state === here.state) return ok({ add: [], unblock: false });
  const way =
    here.state === undefined
      ? []
      : markersUpTo(here.state === "rejected" ? lastBefore(ours) : here.state, theirs);
  const chain: Marker[] = ours.has("rejected") && !theirs.has("rejected") ? [...way, "rejected"] : [...way];
  const areAhead = chain.length === 0 && there.state !== here.state;
  const isLevel = chain.length === 0 && !areAhead;
  const isOver = isLevel && newer === "theirs";
  const blocks = here.isBlocked && !there.isBlocked && !areAhead && !isOver && !isEnd(there.state);
  const unblock = there.isBlocked && !here.isBlocked && (chain.length > 0 || (isLevel && newer === "ours"));
  const after = new Set([...theirs, ...chain, ...(blocks ? ["blocked"] : [])]);
  if (unblock) after.delete("blocked");
  const legal = step(theirs, after);
  return legal.ok ? ok({ add: blocks ? [...chain, "blocked"] : chain, unblock }) : legal;
}

/**
 * Which `request.json` both sides hold afterwards. Apart from attachments, which only grow, they must mean the same; while nobody has
 * accepted it (`isOpen`), one may say more than the other: what was empty is filled, what is there stays.
 */
export function mergeRequests(
  ours: ReadRequestFile,
  theirs: ReadRequestFile,
  isOpen: boolean,
): Result<"keep" | "take-ours", string> {
  const isSame = meaningOf(ours.root) === meaningOf(theirs.root);
  const here = listedIn(ours.record);
  const there = listedIn(theirs.record);
  const hasTheirs = there.every((path) => here.includes(path));
  const hasOurs = here.every((path) => there.includes(path));
  if (isSame && hasOurs) return ok("keep");
  if (isSame && hasTheirs) return ok("take-ours");
  if (isSame) return err("each side lists attachments that the other one does not: pull theirs in first");
  if (isOpen && hasTheirs && completes(ours.root, theirs.root)) return ok("take-ours");
  if (isOpen && hasOurs && completes(theirs.root, ours.root)) return ok("keep");
  return err("request.json says something else there: bring the change over as a proposal, or by hand");
}

/** Whether `fuller` says all that `other` says, and more only where that says nothing; attachments apart. */
function completes(fuller: JsonNode, other: JsonNode, isTop = true): boolean {
  if (isEmpty(other) || jsonEquals(fuller, other)) return true;
  if (fuller.kind !== "object" || other.kind !== "object") return false;
  return other.members.every(({ key, value }) => {
    const own = memberOf(fuller, key)?.value;
    if (isTop && key === "attachments") return true;
    return own === undefined ? isEmpty(value) : completes(own, value, false);
  });
}

function isEmpty(node: JsonNode): boolean {
  if (node.kind === "string") return node.text === "";
  if (node.kind === "word") return node.raw === "null";
  return isContainer(node) && itemsOf(node).length === 0;
}

/** The newer of two `ack.json`; undefined when they are the same. */
export function newerAck(ours: string, theirs: string): Result<"ours" | "theirs" | undefined, string> {
  if (ours === theirs) return ok(undefined);
  const here = readAckText(ours);
  const there = readAckText(theirs);
  if (here === undefined || there === undefined) return err("ack.json cannot be read on both sides");
  const order = compareInstants(here.updatedAt, there.updatedAt);
  if (order === 0) return err("ack.json was changed on both sides at the same moment");
  return ok(order > 0 ? "ours" : "theirs");
}

/** An `ack.json` that says what the markers say; every other character of it stays. */
export function ackSaying(text: string, markers: ReadonlySet<string>): string {
  const { state, isBlocked } = trailStateOf(markers);
  const status = isBlocked ? "blocked" : state;
  const known = readAckText(text);
  if (known === undefined || status === undefined || status === "proposed" || known.status === status)
    return text;
  const edited = withMembers(text, { status });
  return edited.ok ? edited.value : text;
}

function lastBefore(markers: ReadonlySet<string>) {
  const before = new Set(markers);
  before.delete("rejected");
  return trailStateOf(before).state ?? "proposed";
}

function readAckText(text: string) {
  const json = readJson(text);
  if (!json.ok) return undefined;
  const ack = readAck(json.value);
  return ack.ok ? ack.value.value : undefined;
}
