import { nameableKinds } from '../oci/kind.ts';
import { profileNames } from '../rules/rule.ts';
import { ruleLevels } from '../rules/support/settings.ts';
import { formats } from './formats.ts';
import { homepage } from './version.ts';

/** What `--help` says. */
export const help = `oci-lint checks OCI image indexes, manifests, configs, descriptors and layouts.

Usage: oci-lint [options] [path...]
       oci-lint rehash LAYOUT [--restore] [--dry-run]
       oci-lint new artifact|image|index|package|layout …
       oci-lint tree PATH [--format text|json] [--verify]
       oci-lint explain RULE

  A path is a file, a folder, an OCI layout folder, an archive of one (tar, also gzip or zstd; of
  docker save, too) or a glob; "-" is standard input. Without one, the current folder is checked.
  In folders, what .gitignore names and JSON of other kinds is passed over.

What to check
  --kind KIND             what standard input and the named files are, instead of detecting it:
                          ${linesOf(nameableKinds)}
  --stdin-filename NAME   the path that standard input is to be taken for
  --verify                also read the blobs that are referred to: digest, size, type, diff ids
  --max-decompressed SIZE how much --verify decompresses in all (default: 32GiB); what is beyond is
                          reported as not verified

How to judge
  --profile NAME          ${profileNames.join(', ')}
                          (default: recommended)
  --rule ID=LEVEL         sets one rule, any number of times; a level is
                          ${ruleLevels.join(', ')}
  --config FILE           instead of the nearest oci-lint.config.json from each file upwards
  --max-warnings N        fail when there are more warnings
  --baseline FILE         instead of the nearest oci-lint.baseline.json: findings to put up with
  --suppress-all          write a baseline of everything that is found now
  --prune                 take out of the baseline what is no longer found

How to report
  --format NAME           ${formats.join(', ')}
                          (default: stylish)
  --output-file FILE      write the report to a file
  --quiet                 report errors only
  --no-color              no colours on a terminal; so does the variable NO_COLOR

What to repair
  --fix                   apply the safe fixes, except to blobs, whose names are their digests
  --fix-dry-run           print what --fix would change as a diff, and the report on standard error
  rehash LAYOUT           give edited blobs the names of their new digests, and write these into
                          every document that names them; with --dry-run only say what changes
  rehash LAYOUT --restore put back the exact bytes of blobs in which an editor or git added a line
                          break, changed line ends or formatted the JSON

What is in it
  tree PATH               the tags, manifests by platform, configs, layers, attestations and referrers
                          of a layout, an archive or a document, with what is missing or differs

What to make
  new THING               write a document with right digests and sizes, alone or into a layout:
                          an artifact of a known sort, an image, an index of several; see
                          oci-lint new --help

About
  --list-rules            every rule; with --format json, everything about it
  --print-config FILE     the configuration that counts for a file
  --help, --version

Exit status: 0 no errors; 1 errors, or too many warnings; 2 something could not be done.

Examples
  oci-lint                                   every OCI document below the current folder
  oci-lint --verify ./layout                 a layout, with all its blobs
  crane manifest alpine | oci-lint -         what a registry serves
  oci-lint --rule media-type-missing=off .   without one rule

${homepage}
`;

/** Two lines, as one would be too long. */
function linesOf(names: readonly string[]): string {
  const lines = [0, 4, 8].map((at) => names.slice(at, at + 4).join(', '));
  return lines.filter((line) => line !== '').join(`,\n${' '.repeat(26)}`);
}
