// Made by tools/generate.ts from src/policy/schema/schema-keys.ts and the rules' options. Do not edit.
import type { Settings } from "../settings.ts";

export const SETTING_DEFAULTS: Settings = {
  "root": ".",
  "lua": {
    "files": [
      "**/*.lua"
    ],
    "version": "5.3",
    "moduleRoots": [
      "."
    ],
    "packages": {},
    "aliases": {},
    "generated": [],
    "vendored": [],
    "scripts": [],
    "unlistedScripts": false,
    "externals": []
  },
  "namespace": {
    "canonical": "",
    "retired": []
  },
  "features": {
    "root": ".",
    "layers": []
  },
  "pure": [],
  "agentBranches": [],
  "host": {
    "globals": [],
    "modules": []
  },
  "shims": {
    "maxDays": 30,
    "forbid": false
  },
  "taskCode": {
    "patterns": [],
    "examples": []
  },
  "mayOverride": [
    {
      "rules": "all",
      "branches": "people"
    }
  ],
  "transforms": [],
  "fixers": {},
  "noVerify": "by-branch",
  "push": {
    "refs": [
      "refs/tags/**",
      "refs/for/**",
      "refs/for-review/**",
      "refs/changes/**",
      "refs/drafts/**",
      "refs/publish/**",
      "refs/pull/**",
      "refs/merge-requests/**"
    ]
  },
  "limits": {
    "fileBytes": 16777216
  },
  "handoff": {
    "projects": [
      "jsonld",
      "markdown_ld"
    ],
    "project": "."
  }
};

/** Of each transform; its outputs are its inputs. */
export const TRANSFORM_DEFAULTS = {"seconds":60} as const;
