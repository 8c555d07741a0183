import { nameableKinds } from '../oci/kind.ts';
import { profileNames } from '../rules/rule.ts';
import { ruleLevels } from '../rules/support/settings.ts';
import { formats } from './formats.ts';
import { homepage } from './version.ts';

/** The `--help` text. */
export const help = `oci-lint checks OCI image indexes, manifests, configs, descriptors and layouts.

Usage: oci-lint [options] [path...]
       oci-lint rehash LAYOUT [--restore] [--dry-run]
       oci-lint new artifact|image|index|package|layout …
       oci-lint tree PATH [--format text|json] [--verify] [--files]
       oci-lint graph PATH [--format svg|dot|mermaid|json] [--verify]
       oci-lint diff A B [--semantic] [--format text|json]
       oci-lint explain RULE
       oci-lint init
       oci-lint mcp [FOLDER...]
       oci-lint completions bash|zsh|fish

  A path is a file, folder, OCI layout folder, glob, or archive of a layout or of "docker save"
  (tar, optionally with gzip or zstd). "-" reads standard input. Without a path, the current
  folder is checked. Folder scans skip files that .gitignore lists and JSON files that are not OCI
  documents.

Input
  --kind KIND             kind of standard input and of the named files (default: detected):
                          ${linesOf(nameableKinds)}
  --stdin-filename NAME   file name of standard input
  --verify                also check the digest, size, type and DiffIDs of referenced blobs
  --changed[=REF]         only files that differ from a commit (default: HEAD) or its merge base,
                          and untracked files; a layout is checked if any of its files changed
  --staged                only files with staged changes, as they are in the working tree
  --max-decompressed SIZE decompression limit of --verify (default: 32GiB); content beyond it
                          is reported as not verified

Rules
  --profile NAME          rule profile: ${profileNames.join(', ')}
                          (default: recommended)
  --rule ID=LEVEL         set the level of a rule (repeatable):
                          ${ruleLevels.join(', ')}
  --config FILE           configuration file (default: nearest oci-lint.config.json)
  --max-warnings N        fail if there are more than N warnings
  --fail-on LEVEL         lowest level that fails: error, warning, information or hint
                          (default: error)
  --exit-zero             exit with 0 even if there are findings
  --baseline FILE         baseline of accepted findings (default: nearest oci-lint.baseline.json)
  --suppress-all          write all current findings to the baseline
  --prune                 remove findings that no longer occur from the baseline

Output
  --format NAME           ${formats.join(', ')}
                          (default: stylish)
  --output-file FILE      write the report to a file
  --statistics            print the number of findings per rule instead (stylish or json)
  --quiet                 report errors only
  --no-color              disable colors (also: NO_COLOR=1)

Fixes
  --fix                   apply safe fixes, except to blobs, which are content-addressed
  --fix-dry-run           print the fixes as a diff and the report to standard error
  rehash LAYOUT           rename edited blobs to their new digests and update every reference to
                          them; --dry-run only reports the changes
  rehash LAYOUT --restore restore blobs that an editor or git reformatted to their original bytes

Inspect
  tree PATH               list the tags, manifests by platform, configs, layers, attestations and
                          referrers of a layout, archive or document, and what is missing;
                          --files lists the files of each image instead: which layer each is from,
                          what it hides, and what is wasted
  graph PATH              draw a layout, archive or document as SVG (default) or for Graphviz or
                          Mermaid, with what it references
  diff A B                say why two layouts, archives, documents or layers differ: by platform,
                          layer, path and property; --semantic ignores what every rebuild changes
                          (timestamps, history, order in tars). LAYOUT:TAG names one image

Create
  new THING               create a manifest, index or layout with correct digests and sizes; see
                          oci-lint new --help

  init                    create an oci-lint.config.json in the current folder

About
  explain RULE            print the documentation of a rule
  --list-rules            list all rules; with --format json, as JSON
  --print-config FILE     print the configuration of a file
  mcp [FOLDER...]         Model Context Protocol server over standard input and output, for the
                          roots that the client gives, or else for these folders
  completions SHELL       print the completion script for bash, zsh or fish
  --help, --version

Exit status: 0 no errors; 1 errors or too many warnings; 2 usage, configuration or I/O error.

Examples
  oci-lint                                   all OCI documents below the current folder
  oci-lint --verify ./layout                 a layout and its blobs
  crane manifest alpine | oci-lint -         a manifest from a registry
  oci-lint --rule media-type-missing=off .   without one rule

${homepage}
`;

/** Wrapped, because the list is too long for a line. */
function linesOf(names: readonly string[]): string {
  const lines = [0, 4, 8].map((at) => names.slice(at, at + 4).join(', '));
  return lines.filter((line) => line !== '').join(`,\n${' '.repeat(26)}`);
}
