import type { CommitChange } from "../../model/change.ts";

/** The name of a commit in findings. */
export function named({ id, message }: CommitChange): string {
  const characters = [...message.title];
  const title = characters.length > 50 ? `${characters.slice(0, 49).join("")}…` : message.title;
  return `${id.slice(0, 8)} "${title}"`;
}
