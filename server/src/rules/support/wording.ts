/** A message template of a rule. Its id stays when the text is reworded. */
export interface Wording {
  /** Unique within the rule. */
  readonly id: string;
  /** With placeholders in braces: `Unknown architecture {name}.` */
  readonly text: string;
}

/** All wordings of a rule. */
export function wordingsOf({ messages }: { readonly messages: Messages }): readonly Wording[] {
  return Object.values(messages).map(({ wording }) => wording);
}

/** The templates as plain data: texts by id. */
export function messageTextsOf(rule: { readonly messages: Messages }): Readonly<Record<string, string>> {
  return Object.fromEntries(wordingsOf(rule).map(({ id, text }) => [id, text]));
}

/** The wordings of a rule by id: a message, or a function that makes one from values. */
export type Messages = Readonly<Record<string, { readonly wording: Wording }>>;

/** A value for a placeholder. A message stands for its text. */
export type Value = string | number | bigint | Message;

type Values = Readonly<Record<string, Value>>;

/** A wording and its values. The text is made on demand: most findings of a huge document are never shown. */
export class Message {
  readonly wording: Wording;
  readonly values: Values;

  constructor(wording: Wording, values: Values = {}) {
    this.wording = wording;
    this.values = values;
  }

  get id(): string {
    return this.wording.id;
  }

  get text(): string {
    return this.textIn(this.wording.text);
  }

  /** The same message in another wording with the same placeholders, such as a translation. */
  textIn(text: string): string {
    return text.replace(placeholder, (whole, name: string) => shown(this.values[name] ?? whole));
  }
}

/** The names of a wording's placeholders, each once, in order of appearance. */
export function placeholdersOf({ text }: Wording): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), ([, name = '']) => name))];
}

/** A value as it appears in a text. */
export function shown(value: Value): string {
  return value instanceof Message ? value.text : String(value);
}

/** Without a capture group, so that testing every wording at startup is fast. */
const hasPlaceholders = /\{[A-Za-z]+\}/;

/** Braces with nothing between them are an empty JSON object. */
const placeholder = /\{([A-Za-z]+)\}/g;

type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends '' | `${string}${' ' | '"'}${string}` ? never : Name) | PlaceholdersOf<Rest>
  : never;

/** For a text without placeholders, the message itself. Otherwise, the function that makes it from values. */
type Said<Text extends string> = [PlaceholdersOf<Text>] extends [never]
  ? Message
  : ((values: Readonly<Record<PlaceholdersOf<Text>, Value>>) => Message) & { readonly wording: Wording };

/** The wordings of a rule with several messages, by id. */
export function wordings<const Texts extends Readonly<Record<string, string>>>(
  texts: Texts,
): { readonly [Id in keyof Texts]: Said<Texts[Id]> } {
  return new Proxy<Record<string, string | Made>>(texts, madeOnDemand) as unknown as {
    readonly [Id in keyof Texts]: Said<Texts[Id]>;
  };
}

type Made = ReturnType<typeof saidOf>;

/** Replaces the text of a wording on first use. Most runs use few of hundreds. */
const madeOnDemand: ProxyHandler<Record<string, string | Made>> = {
  get(made, id) {
    const known = typeof id === 'symbol' ? undefined : made[id];
    if (typeof id === 'symbol' || typeof known !== 'string') return known;
    const said = saidOf({ id, text: known });
    made[id] = said;
    return said;
  },
};

/** The wording of a rule with a single message. */
export function wording<const Text extends string>(text: Text): Said<Text> {
  return saidOf({ id: 'default', text }) as Said<Text>;
}

function saidOf(wording: Wording): Message | (((values: Values) => Message) & { readonly wording: Wording }) {
  if (!hasPlaceholders.test(wording.text)) return new Message(wording);
  return Object.assign((values: Values) => new Message(wording, values), { wording });
}
