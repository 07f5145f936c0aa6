import { REQUESTS } from "../handoff/store/place.ts";
import type { Policy } from "../policy/policy.ts";

/** The rule that guards the trail says where requests lie, so that all who look for them mean the same ones. */
export function requestsFolder(policy: Policy | undefined): string {
  const folder = policy?.rules["status-trail"]?.options["folder"];
  return typeof folder === "string" && isPlain(folder) ? folder : REQUESTS;
}

function isPlain(folder: string): boolean {
  return folder.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
