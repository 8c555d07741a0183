import { generateValidators } from './generate/validators.ts';

/** `npm run generate`: everything that is made from something else in this repository. */
const generators: Readonly<Record<string, () => Promise<void>>> = {
  validators: generateValidators,
};

for (const [name, generate] of Object.entries(generators)) {
  await generate();
  console.log(`generated ${name}`);
}
