// Reads a Teams app manifest from standard input and checks it with Microsoft's package, which carries its own copy of
// every published schema, so that no network is needed. Prints one problem a line; none means valid.
import { readFileSync } from "node:fs";
import manifestPackage from "@microsoft/app-manifest";

const manifest = JSON.parse(readFileSync(0, "utf8"));
for (const problem of await manifestPackage.AppManifestUtils.validateAgainstSchema(manifest)) {
  console.log(problem);
}
