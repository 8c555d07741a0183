import { type Mutant, sound } from './mutants.ts';

/** The valid document with one property changed, added or removed. */
export function mutated({ kind, at, json }: Mutant): string {
  const placeholder = '\u0001';
  const document = structuredClone(sound[kind]) as Record<string, unknown>;
  const steps = at.split('/').slice(1);
  const name = steps.pop()!;
  const owner = steps.reduce((object, step) => object[step] as Record<string, unknown>, document);
  if (json === undefined) delete owner[name];
  else owner[name] = placeholder;
  return JSON.stringify(document).replace(JSON.stringify(placeholder), () => json!);
}
