import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A user with an empty home folder, a copy of the samples to work on, and our commands on the PATH. */
export interface Person {
  readonly home: string;
  /** The copy of `samples/`, and `strangers/` with foreign files. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Writes a file below the home folder. */
  write(path: string, text: string): void;
}

/** Foreign documents that share a name with ours. */
const strangers = {
  'manifest.json': { name: 'Tide tables', short_name: 'Tides', start_url: '/', display: 'standalone', icons: [] },
  'package.json': { name: 'tide-tables', version: '1.0.0', config: { port: 8080 }, dependencies: {} },
};

export function newPerson(): Person {
  const home = mkdtempSync(join(tmpdir(), 'oci-manifests-editors-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  cpSync(fromRoot('samples'), join(home, 'samples'), { recursive: true });
  for (const [name, value] of Object.entries(strangers)) {
    write(`samples/strangers/${name}`, `${JSON.stringify(value, null, 2)}\n`);
  }
  return { home, folder: join(home, 'samples'), env: { ...environment(home), PATH: pathWithCommands(home) }, write };
}

/** The path of a file in the project. */
export function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Isolates the editors from the configuration and folders of the real user. */
function environment(home: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(XDG_|NVIM|VIM|EMACS|VSCODE|NODE_)/.test(name));
  return { ...Object.fromEntries(own), HOME: home, XDG_RUNTIME_DIR: home, LC_ALL: 'C.UTF-8' };
}

/** `npm link` also creates such a link. */
function pathWithCommands(home: string): string {
  mkdirSync(join(home, 'bin'));
  chmodSync(fromRoot('dist/server.js'), 0o755);
  symlinkSync(fromRoot('dist/server.js'), join(home, 'bin/oci-language-server'));
  return [join(home, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
}
