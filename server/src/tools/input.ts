/** The arguments of a tool call, not validated yet. */
export type Input = Readonly<Record<string, unknown>>;

/** Why a tool call fails, as a message for the model. */
export class Refusal extends Error {}

/** Accessors for arguments. Each throws a Refusal for a value of the wrong type. */
export function textIn(input: Input, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw new Refusal(`${name} must be a string`);
}

export function requiredText(input: Input, name: string): string {
  const value = textIn(input, name);
  if (value === undefined || value === '') throw new Refusal(`${name} is required`);
  return value;
}

export function flagIn(input: Input, name: string): boolean {
  const value = input[name] ?? false;
  if (typeof value === 'boolean') return value;
  throw new Refusal(`${name} must be true or false`);
}

export function textsIn(input: Input, name: string): readonly string[] | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '')) return value;
  throw new Refusal(`${name} must be an array of strings`);
}

export function choiceIn<Choice extends string>(
  input: Input,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = textIn(input, name) ?? choices[0];
  const choice = choices.find((one) => one === value);
  if (choice === undefined)
    throw new Refusal(`invalid ${name} ${JSON.stringify(value)} (expected ${choices.join(', ')})`);
  return choice;
}

export function objectIn(input: Input, name: string): Input | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return value as Input;
  throw new Refusal(`${name} must be an object`);
}
