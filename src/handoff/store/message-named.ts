import { CannotLook, failure } from "../../model/failure.ts";
import type { HeldMessage } from "./mailbox.ts";

/**
 * The message that a person means: by its id, by its file, with or without `msg_` and `.json`, or by the beginning of either, as long as
 * that fits only one. Undefined if there is none.
 */
export function messageNamed<Message extends Pick<HeldMessage, "file" | "message">>(
  held: readonly Message[],
  text: string,
): Message | undefined {
  const bare = withoutForm(text);
  const exact = held.find(
    ({ file, message }) => message.id === text || message.id === bare || withoutForm(file) === bare,
  );
  if (exact !== undefined || bare === "") return exact;
  const meant = held.filter(
    ({ file, message }) =>
      message.id.startsWith(bare) || withoutForm(file).startsWith(bare) || message.id.endsWith(`-${bare}`),
  );
  if (meant.length < 2) return meant[0];
  const some = meant.map(({ message }) => message.id).slice(0, 3);
  throw new CannotLook(
    failure(
      "no-such-message",
      `${text} stands for ${meant.length} messages: ${some.join(", ")}`,
      "give more of the id",
    ),
  );
}

function withoutForm(name: string): string {
  return name.replace(/^msg_/, "").replace(/\.json$/, "");
}
