// Makes this file a module.
export {};

/** `npm run generate` writes all generated files, or only the named ones; `sources` are those that are not committed. */
const generators: Readonly<Record<string, () => Promise<void>>> = {
  validators: async () => (await import('./generate/validators.ts')).generateValidators(),
  facts: async () => (await import('./generate/facts.ts')).generateFacts(),
  'rule-list': async () => (await import('./generate/rule-list.ts')).generateRuleList(),
  tools: async () => (await import('./generate/tools.ts')).generateTools(),
  // Loaded after the validators exist, because the rules import them.
  clauses: async () => (await import('./generate/clauses.ts')).generateClauses(),
  rules: async () => (await import('./generate/rules.ts')).generateRules(),
  agents: async () => (await import('./generate/agents.ts')).generateAgents(),
  config: async () => (await import('./generate/config-schema.ts')).generateConfigSchemas(),
};

const sources = ['validators', 'facts', 'rule-list', 'tools'];
const wanted = process.argv.slice(2).flatMap((name) => (name === 'sources' ? sources : [name]));
for (const [name, generate] of Object.entries(generators)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await generate();
  console.log(`generated ${name}`);
}
