import { generateSettings } from './generate/settings.ts';
import { generateValidators } from './generate/validators.ts';

/** `npm run generate`: everything that is made from something else in this repository; with names, only those. */
const generators: Readonly<Record<string, () => Promise<void>>> = {
  validators: generateValidators,
  settings: generateSettings,
};

const wanted = process.argv.slice(2);
for (const [name, generate] of Object.entries(generators)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await generate();
  console.log(`generated ${name}`);
}
