import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Availability, unavailable } from './availability.ts';
import { programOf, runLogged } from './run-program.ts';

/** A program with any of these names. If none is on the PATH, the Debian package is installed. */
export async function provideProgram(
  packageName: string,
  ...names: readonly string[]
): Promise<Availability<{ readonly path: string }>> {
  const present = await programOf(...names);
  if (present) return { available: true, path: present };
  const installed = await providePackages(packageName);
  if (!installed.available) return installed;
  const path = await programOf(...names);
  return path ? { available: true, path } : unavailable(`${packageName} has no program ${names.join(' or ')}`);
}

/** Debian packages without a program to look for. Always 'unavailable' on other distributions. */
export async function providePackages(...packages: readonly string[]): Promise<Availability<object>> {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return { available: true };
  const names = missing.join(', ');
  if (!(await programOf('apt-get'))) return unavailable(`not installed, and there is no apt-get here: ${names}`);
  if (process.getuid?.() !== 0) return unavailable(`not installed, and only root can: apt-get install ${names}`);
  return install(missing);
}

async function install(packages: readonly string[]): Promise<Availability<object>> {
  process.stderr.write(`Installing ${packages.join(', ')}…\n`);
  const log = join(tmpdir(), `oci-manifests-apt-${process.pid}.log`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const quiet = ['-y', '-q', '-o', 'DPkg::Lock::Timeout=600'];
  const get = () => runLogged(log, 'apt-get', [...quiet, 'install', '--no-install-recommends', ...packages], options);
  // A fresh machine has no package lists or old ones. Update them only if the installation fails without.
  const done = (await get()) || ((await runLogged(log, 'apt-get', [...quiet, 'update'], options)) && (await get()));
  return done ? { available: true } : unavailable(`apt-get could not install ${packages.join(', ')} (see ${log})`);
}

function isInstalled(packageName: string): boolean {
  if (!existsSync('/usr/bin/dpkg-query')) return false;
  const query = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', packageName], { encoding: 'utf8' });
  return query.status === 0 && query.stdout === 'installed';
}
