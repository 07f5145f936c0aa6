import { clearDead } from "./clear-dead.ts";
import type { PipelineHere } from "./pipeline-here.ts";

/** Drops what was written down of a pipeline, with its working trees and locks; branches stay. Whether there was anything. */
export async function abortPipeline(pipeline: PipelineHere): Promise<boolean> {
  const { file } = pipeline;
  return await file.owned(async () => {
    await clearDead(pipeline);
    return file.drop();
  });
}
