import { cleanupRemoveLegacy } from "./cleanup-remove-legacy.ts";
import { moveModule } from "./move-module.ts";
import { refactorRequire } from "./refactor-require.ts";
import type { Refactored } from "./refactored.ts";
import type { Refactoring } from "./refactoring.ts";
import { removeShim } from "./remove-shim.ts";
import { scaffoldModule } from "./scaffold-module.ts";
import { scanRequires } from "./scan-requires.ts";
import type { Tree } from "./tree.ts";

/** What a refactoring makes of a tree: pure, so that whoever does it again gets the same. */
export function refactor(tree: Tree, task: Refactoring): Refactored {
  switch (task.task) {
    case "scan_requires":
      return scanRequires(tree, task);
    case "refactor_require":
      return refactorRequire(tree, task);
    case "move_module":
      return moveModule(tree, task);
    case "scaffold_module":
      return scaffoldModule(tree, task);
    case "remove_shim":
      return removeShim(tree, task);
    case "phaseX_cleanup_remove_legacy":
      return cleanupRemoveLegacy(tree, task);
  }
}
